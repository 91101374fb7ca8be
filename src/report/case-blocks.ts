import type { Paint } from "../format/index.ts";
import {
  type CaseRecord,
  decidingCases,
  isBrokenCritical,
  quarantinedCases,
} from "../record/index.ts";
import { caseName } from "./case-name.ts";
import { failureText, isNoteworthy } from "./failure-text.ts";
import { flakyText } from "./history-text.ts";
import { quarantineText } from "./quarantine-text.ts";
import { hasMixedTrials, trialMarks } from "./trial-marks.ts";
import { outcomeTitle } from "./words.ts";

/** What a reader must look at, block by block: critical cases first, those in quarantine last. */
export function caseBlocks(cases: readonly CaseRecord[], paint: Paint): readonly string[] {
  const deciding = decidingCases(cases).filter(isNoteworthy);
  const broken = deciding.filter(isBrokenCritical);
  const others = deciding.filter((each) => !isBrokenCritical(each));
  return [
    ...criticalBlock(broken, paint),
    ...[...broken, ...others].map((each) => failureText(each, paint)),
    ...quarantineBlock(quarantinedCases(cases), paint),
    ...listBlock("passed, and not in every trial:", decidingCases(cases).filter(isUnsteady), paint),
  ];
}

/** Every case in one line. */
export function caseList(cases: readonly CaseRecord[], paint: Paint): string {
  return cases.map((each) => caseLine(each, paint)).join("\n");
}

/** Cases that both pass and fail in the same version, by this run and those before. */
export function flakyBlock(cases: readonly CaseRecord[], paint: Paint): readonly string[] {
  const flaky = cases.filter(({ history }) => history?.flaky === true);
  if (flaky.length === 0) return [];
  const lines = flaky.map((each) => `  ${paint("bold", caseName(each))}: ${flakyText(each)}`);
  return [[paint("yellow", "flaky cases:"), ...lines].join("\n")];
}

function criticalBlock(broken: readonly CaseRecord[], paint: Paint): readonly string[] {
  if (broken.length === 0) return [];
  const names = broken.map(caseName).join(", ");
  return [paint("red", `critical, so the gate fails whatever else holds: ${names}`)];
}

function quarantineBlock(apart: readonly CaseRecord[], paint: Paint): readonly string[] {
  const well = apart.filter((each) => !isNoteworthy(each));
  const list = listBlock("quarantined, so it decides nothing:", well, paint);
  return [...apart.filter(isNoteworthy).map((each) => failureText(each, paint)), ...list];
}

function listBlock(title: string, cases: readonly CaseRecord[], paint: Paint): readonly string[] {
  if (cases.length === 0) return [];
  return [[title, ...cases.map((each) => `  ${caseLine(each, paint)}`)].join("\n")];
}

function caseLine(record: CaseRecord, paint: Paint): string {
  const { outcome, quarantine } = record;
  const marks = trialMarks(record);
  const style = outcome === "pass" ? "green" : "red";
  const aside = quarantine === undefined ? "" : ` · ${quarantineText(quarantine)}`;
  return `${paint(style, outcomeTitle(outcome))}  ${caseName(record)}${marks === "" ? "" : `  ${marks}`}${aside}`;
}

/** A case that passed although some of its trials did not. */
function isUnsteady(record: CaseRecord): boolean {
  return record.outcome === "pass" && hasMixedTrials(record);
}
