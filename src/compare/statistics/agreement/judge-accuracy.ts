import { checkCounts } from "../check-numbers.ts";
import { type RateInterval, wilsonInterval } from "../wilson-interval.ts";

/** A judge's verdicts against human labels, counted; named by judge, then human. */
export interface JudgeVerdicts {
  readonly passedGood: number;
  readonly failedGood: number;
  readonly passedBad: number;
  readonly failedBad: number;
}

/** A share of labeled answers; undefined where there are none of the kind. */
export interface LabeledRate {
  readonly passed: number;
  readonly total: number;
  readonly rate: number;
  readonly interval: RateInterval;
}

/** How often a judge is right, apart for good and bad answers. */
export interface JudgeAccuracy {
  /** Of the answers that humans call good, the share the judge passes: its sensitivity. */
  readonly truePositive: LabeledRate | undefined;
  /** Of the answers that humans call bad, the share the judge fails: its specificity. */
  readonly trueNegative: LabeledRate | undefined;
}

/** A judge's true positive and true negative rate with Wilson's intervals, over independent answers. */
export function judgeAccuracy(verdicts: JudgeVerdicts, confidence = 0.95): JudgeAccuracy {
  const { passedGood, failedGood, passedBad, failedBad } = verdicts;
  checkCounts("a number of verdicts", [passedGood, failedGood, passedBad, failedBad]);
  const rate = (passed: number, total: number): LabeledRate | undefined => {
    const interval = wilsonInterval(passed, total, confidence);
    return interval && { passed, total, rate: passed / total, interval };
  };
  return {
    truePositive: rate(passedGood, passedGood + failedGood),
    trueNegative: rate(failedBad, passedBad + failedBad),
  };
}
