import type { CalibrationReport } from "./calibrate.ts";
import type { CalibratedJudge } from "./calibrated-judge.ts";

/** Below so many labels of a kind an interval is too wide to rely on: at 90 % it spans some 20 points. */
const fewLabels = 30;

/** Why a calibration says less than it seems to; one line each. */
export function calibrationWarnings(report: CalibrationReport): readonly string[] {
  const { items, units, judges } = report;
  return [
    ...judges.flatMap(judgeWarnings),
    ...(units < items
      ? [
          `${items} labels are of ${units === 1 ? "one case or answer" : `${units} cases or answers`}: what belongs together errs together, and the intervals are narrower than they should be`,
        ]
      : []),
  ];
}

function judgeWarnings(judge: CalibratedJudge): readonly string[] {
  const { name, truePositive, trueNegative, missing, items } = judge;
  const few = [
    { what: "met", total: truePositive?.total ?? 0 },
    { what: "not met", total: trueNegative?.total ?? 0 },
  ].filter(({ total }) => total < fewLabels);
  const gone = missing.cannotTell + missing.error;
  const power = (truePositive?.rate ?? 1) + (trueNegative?.rate ?? 1) - 1;
  return [
    ...few.map(
      ({ what, total }) =>
        `${name}: only ${total} of the labels with a verdict say "${what}"; label ${fewLabels} or more of each kind`,
    ),
    ...(gone * 10 > items
      ? [`${name} gave no verdict on ${gone} of ${items} labels: its rates are those of the rest`]
      : []),
    ...(power > 0 ? [] : [`${name} is no better than a coin: nothing can be corrected by it`]),
  ];
}
