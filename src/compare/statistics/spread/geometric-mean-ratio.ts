import { checkFinite } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { mean } from "../mean.ts";
import { pairedTTest } from "../paired/paired-t-test.ts";
import type { MeasuredPair } from "./measured-pair.ts";

/** How many times as much B takes as A. */
export interface RatioEstimate {
  /** B / A; below 1 B takes less. */
  readonly ratio: number;
  /** Undefined where the cases cannot tell. */
  readonly interval: Interval | undefined;
  /** Two-sided, of the hypothesis that the ratio is 1; undefined where the cases cannot tell. */
  readonly p: number | undefined;
}

/**
 * The geometric mean of B/A over the same independent cases, for latencies: the paired t test of ln(b/a),
 * taken back by exp. A ratio of two runs of one case is skewed, its logarithm much less. Undefined without
 * cases and where a value is 0, which has no logarithm; throws a RangeError below 0.
 */
export function geometricMeanRatio(
  pairs: readonly MeasuredPair[],
  confidence = 0.95,
): RatioEstimate | undefined {
  const values = pairs.flatMap(({ a, b }) => [a, b]);
  checkFinite("a measurement", values);
  if (values.some((value) => value < 0)) throw new RangeError("a measurement is 0 or more");
  if (values.length === 0 || values.includes(0)) return undefined;
  const logs = pairs.map(({ a, b }) => Math.log(b / a));
  const test = pairedTTest(logs, confidence);
  return {
    ratio: Math.exp(mean(logs)),
    interval: test && { low: Math.exp(test.interval.low), high: Math.exp(test.interval.high) },
    p: test?.twoSided,
  };
}
