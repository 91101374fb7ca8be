import { checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { normalProbability } from "../special/normal-probability.ts";
import { checkMargin, type NotWorseVerdict, notWorseVerdict } from "./not-worse-verdict.ts";
import type { PairedOutcomes } from "./paired-outcomes.ts";
import { tangoInterval } from "./tango-interval.ts";
import { tangoScore } from "./tango-score.ts";

/** What a test for "not worse by more than the margin" says. */
export interface NotWorseTest {
  readonly verdict: NotWorseVerdict;
  /** The two-sided interval whose ends are the one-sided bounds; undefined where there is none. */
  readonly interval: Interval | undefined;
  /** Small where B is shown to be not worse by the margin. */
  readonly p: number;
  /** B is worse all the same, by less than the margin perhaps: the interval lies below 0. */
  readonly worse: boolean;
}

/** A declared margin, and the confidence of each one-sided bound. */
export interface NotWorseSettings {
  /** The loss that is put up with, above 0, in the unit of the difference; declared before the data are seen. */
  readonly margin: number;
  readonly confidence?: number;
}

/**
 * The test for non-inferiority of pass rates on the same independent cases: B is not worse than A by
 * `margin` (a share, 0.05 for 5 points) where the one-sided lower Tango bound of B - A is above -margin;
 * z is {@link tangoScore} at -margin. Without cases it is inconclusive.
 */
export function notWorsePassRate(
  outcomes: PairedOutcomes,
  { margin, confidence = 0.95 }: NotWorseSettings,
): NotWorseTest & { readonly z: number } {
  checkShare("a confidence", confidence);
  checkMargin(margin);
  if (margin > 1) throw new RangeError(`a margin of pass rates is at most 1, not ${margin}`);
  if (confidence <= 0.5) throw new RangeError("a one-sided confidence is above 0.5");
  const interval = tangoInterval(outcomes, 2 * confidence - 1);
  const z = tangoScore(outcomes, -margin);
  return {
    verdict: notWorseVerdict(interval, margin),
    interval,
    z,
    p: normalProbability(-z),
    worse: interval !== undefined && interval.high < 0,
  };
}
