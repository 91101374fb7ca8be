import { jsonDocument } from "../../core/text/json-document.ts";
import type { FromSchema } from "../../schema/index.ts";
import type { CalibrationReport } from "./calibrate.ts";
import type { CalibratedJudge } from "./calibrated-judge.ts";
import type { calibrationSchema } from "./calibration-schema.ts";
import type { JudgeQuality } from "./judge-quality.ts";

/** What is kept of how a judge did: counts, so that every rate and interval follows from them. */
export type Calibration = FromSchema<typeof calibrationSchema>;

/** What to keep of a judge; the same labels and verdicts give the same bytes. */
export function calibrationOf(
  judge: CalibratedJudge,
  { disputed, people }: Pick<CalibrationReport, "disputed" | "people">,
): Calibration {
  const { name, items, missing, kappa, ac1, criteria } = judge;
  return {
    schemaVersion: 1,
    model: name,
    judge: judge.judge,
    labels: { items, people: people.people.length, disputed },
    ...counts(judge),
    kappa: rounded(kappa),
    ac1: rounded(ac1),
    missing: { ...missing },
    criteria: criteria.map((each) => ({ criterion: each.criterion, ...counts(each) })),
  };
}

/** `anthropic-claude-haiku-4-5.json`: a file for each judge, whatever its template. */
export function calibrationFileName(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/gu, "");
  return `${slug.slice(0, 120) || "judge"}.json`;
}

export function calibrationText(calibration: Calibration): string {
  return jsonDocument(calibration);
}

function counts({
  truePositive,
  trueNegative,
}: Pick<JudgeQuality, "truePositive" | "trueNegative">): Pick<
  Calibration,
  "truePositive" | "trueNegative"
> {
  return { truePositive: countsOf(truePositive), trueNegative: countsOf(trueNegative) };
}

function countsOf(rate: JudgeQuality["truePositive"]): Calibration["truePositive"] {
  return rate === null ? { passed: 0, total: 0 } : { passed: rate.passed, total: rate.total };
}

/** What differs in the last digits only is the same. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6));
}
