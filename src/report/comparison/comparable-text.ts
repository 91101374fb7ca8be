import type { Comparability, Comparison, Obstacle, ObstacleReason } from "../../compare/index.ts";
import { printable } from "../../core/text/printable.ts";
import { count } from "../words.ts";

/** What is compared and what is not, a line each; safe to print. */
export function comparableLines(
  { comparable }: Pick<Comparison, "comparable">,
  { verbose }: { readonly verbose: boolean },
): readonly string[] {
  const most = verbose ? Number.POSITIVE_INFINITY : mostNames;
  return [
    `${count(comparable.paired, "case")} compared`,
    ...leftOutGroups(comparable).map(({ title, cases, reason }) => {
      const names = someNames(cases, { most, as: printable });
      if (reason === undefined) return `${title}: ${names}`;
      const { message, obstacle } = reason;
      return `${title}: ${names}\n  ${printable(message)} (--allow ${obstacle} compares all the same)`;
    }),
  ];
}

/** How many names a line lists before it counts. */
const mostNames = 5;

/** Cases that are treated alike, with why. */
export interface CaseGroup {
  /** `3 cases only in A`. */
  readonly title: string;
  readonly cases: readonly string[];
  /** Where there is one. */
  readonly reason?: Pick<ObstacleReason, "message" | "obstacle">;
}

/** What is not compared, or not in everything; foreign texts are as they came. */
export function leftOutGroups(comparable: Comparability): readonly CaseGroup[] {
  const { onlyA, onlyB, quarantined, reasons } = comparable;
  const standing = reasons.filter(({ allowed }) => !allowed);
  return [
    group("only in A", onlyA),
    group("only in B", onlyB),
    group("in quarantine", quarantined),
    ...standing.map(({ obstacle, message, cases }) => ({
      ...group(consequences[obstacle], cases),
      reason: { message, obstacle },
    })),
  ].filter(({ cases }) => cases.length > 0);
}

const consequences: Readonly<Record<Obstacle, string>> = {
  changed: "not compared",
  kind: "not compared",
  served_model: "not compared",
  judge: "not compared in pass rate and scores",
  trials: "not compared in pass rate",
};

function group(what: string, cases: readonly string[]): CaseGroup {
  return { title: `${count(cases.length, "case")} ${what}`, cases };
}

/** The first names of many, and how many more there are. */
export function someNames(
  names: readonly string[],
  { most, as }: { readonly most: number; readonly as: (name: string) => string },
): string {
  const others = names.length - most;
  const shown = names.slice(0, most).map(as).join(", ");
  return others > 0 ? `${shown} and ${others} more` : shown;
}
