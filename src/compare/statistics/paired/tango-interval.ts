import { checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { bisect } from "../special/bisect.ts";
import { pairCount, type PairedOutcomes, rateDifference } from "./paired-outcomes.ts";
import { tangoScore } from "./tango-score.ts";

/**
 * Tango's score interval of the difference of two pass rates, B - A, on the same independent cases: every
 * δ whose {@link tangoScore} is within ±z, z the normal quantile at (1 + confidence)/2. In [-1, 1], never
 * of width 0, and equal to Wilson's where every case differs. Undefined without cases.
 */
export function tangoInterval(outcomes: PairedOutcomes, confidence = 0.95): Interval | undefined {
  checkShare("a confidence", confidence);
  if (pairCount(outcomes) === 0) return undefined;
  const z = normalQuantile((1 + confidence) / 2);
  const difference = rateDifference(outcomes);
  return {
    low: bisect(-1, difference, (delta) => tangoScore(outcomes, delta) <= z),
    high: bisect(difference, 1, (delta) => tangoScore(outcomes, delta) <= -z),
  };
}
