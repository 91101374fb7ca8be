import type { JudgeCalibration } from "../../record/index.ts";
import type { JudgeKey } from "./calibrated-judge.ts";
import type { Calibration } from "./calibration-file.ts";

/** What calibrations say of a judge that decides these criteria. */
export function knownQuality(
  { name, judge }: JudgeKey,
  criteria: ReadonlySet<string>,
  calibrations: readonly Calibration[],
): JudgeCalibration {
  const own = calibrations.find((each) => each.judge === judge);
  if (own === undefined) {
    const isKnown = calibrations.some(({ model }) => model === name);
    return { state: isKnown ? "changed" : "uncalibrated" };
  }
  const { truePositive, trueNegative } = own;
  return {
    state: "calibrated",
    truePositive,
    trueNegative,
    covered: own.criteria.filter(({ criterion }) => criteria.has(criterion)).length,
  };
}
