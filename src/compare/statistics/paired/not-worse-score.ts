import { checkShare } from "../check-numbers.ts";
import { mean } from "../mean.ts";
import { studentProbability } from "../special/student-t.ts";
import type { NotWorseSettings, NotWorseTest } from "./not-worse-pass-rate.ts";
import { checkMargin, notWorseVerdict } from "./not-worse-verdict.ts";
import { pairedTTest } from "./paired-t-test.ts";

/** The same for scores; without a spread of differences t and p are undefined. */
export interface NotWorseScore extends Omit<NotWorseTest, "p"> {
  readonly t: number | undefined;
  readonly p: number | undefined;
  readonly mean: number | undefined;
}

/**
 * The test for non-inferiority of one difference B - A a case (scores, or means over trials): the one-sided
 * paired t test of mean > -margin, t = (mean + margin)/(s/√n), the margin in the unit of the scores.
 * Assumes what the paired t test assumes. Inconclusive below two cases and where all differences are the
 * same.
 */
export function notWorseScore(
  differences: readonly number[],
  { margin, confidence = 0.95 }: NotWorseSettings,
): NotWorseScore {
  checkShare("a confidence", confidence);
  checkMargin(margin);
  if (confidence <= 0.5) throw new RangeError("a one-sided confidence is above 0.5");
  const test = pairedTTest(differences, 2 * confidence - 1);
  const t = test && (test.mean + margin) / test.standardError;
  return {
    verdict: notWorseVerdict(test?.interval, margin),
    interval: test?.interval,
    mean: differences.length > 0 ? mean(differences) : undefined,
    t,
    p: test && t !== undefined ? studentProbability(-t, test.degreesOfFreedom) : undefined,
    worse: test !== undefined && test.interval.high < 0,
  };
}
