import { printable } from "../core/text/printable.ts";
import { type CaseRecord, decidingCases } from "../record/index.ts";
import { curtailedCases, type MeanShare, type Reliability } from "./reliability.ts";
import { groupsOf } from "./summary.ts";
import { count, percent } from "./words.ts";

/** `pass^3 56.3 %, pass@3 86.3 %, over 8 cases`, a line for each k of each suite and target. */
export function reliabilityLines(cases: readonly CaseRecord[]): readonly string[] {
  const groups = groupsOf(cases);
  const several = new Set(groups.map(({ target }) => target)).size > 1;
  const lines = groups.flatMap(({ suite, target, reliability = [] }) =>
    reliability.map((each) => {
      const name = printable(several ? `${suite} › ${target}` : suite);
      return `${name}: ${reliabilityText(each)}`;
    }),
  );
  const cut = curtailedCases(decidingCases(cases)).length;
  if (cut === 0) return lines;
  const isRescored = cases.some(({ missing }) => missing !== undefined);
  const where = isRescored
    ? `${count(cut, "case")} had fewer than planned in the run that is judged again`
    : `${count(cut, "case")} had trials left out that could change nothing`;
  return [...lines, `no pass^k where trials are missing: ${where} (--curtail off runs them all)`];
}

function reliabilityText({ k, passHatK, passAtK, cases, leftOut }: Reliability): string {
  const asides = [
    ...(leftOut === 0 ? [] : [`${leftOut} with fewer trials left out`]),
    ...(passHatK.low === undefined ? ["too few, or too alike, for an interval"] : []),
  ];
  const aside = asides.length === 0 ? "" : ` (${asides.join("; ")})`;
  const over = `over ${count(cases, "case")}${aside}`;
  return `pass^${k} ${share(passHatK)}, pass@${k} ${share(passAtK)}, ${over}`;
}

function share({ value, low, high }: MeanShare): string {
  if (low === undefined || high === undefined) return percent(value);
  return `${percent(value)} (${percent(low)} – ${percent(high)})`;
}
