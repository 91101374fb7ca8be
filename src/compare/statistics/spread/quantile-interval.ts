import { checkCounts, checkFinite, checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { binomialAtMost } from "../special/binomial.ts";

/** Which of n sorted values, counted from 1, bound a quantile, and how often they do. */
export interface QuantileRanks {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/** A quantile to bound, and how surely. */
export interface QuantileSettings {
  /** The share of values below it, in (0, 1): 0.5 for the median. */
  readonly quantile: number;
  readonly confidence?: number;
}

/**
 * The ranks of the sorted values that bound a quantile of a continuous distribution, whatever its shape:
 * the number of values below it is binomial(n, q), so rank l is low enough where P(X < l) ≤ α/2, and rank u
 * high enough where P(X ≥ u) ≤ α/2. The closest such ranks; W. J. Conover, "Practical Nonparametric
 * Statistics" (1999). Undefined where there are too few values for a bound on either side.
 */
export function quantileRanks(
  values: number,
  { quantile, confidence = 0.95 }: QuantileSettings,
): QuantileRanks | undefined {
  checkCounts("a number of values", [values]);
  checkShare("a quantile", quantile);
  checkShare("a confidence", confidence);
  // 0.975 is a little more than 1 - 0.05/2 in floating point.
  const outside = (1 - confidence) / 2 + 1e-12;
  const below = (rank: number): number => binomialAtMost(rank - 1, { n: values, p: quantile });
  const low = lastWhere(values, (rank) => below(rank) <= outside);
  const high = lastWhere(values, (rank) => 1 - below(rank) > outside) + 1;
  if (low < 1 || high > values) return undefined;
  return { low, high, coverage: below(high) - below(low) };
}

/** The interval of a quantile by order statistics, in the unit of the values; see {@link quantileRanks}. */
export function quantileInterval(
  values: readonly number[],
  settings: QuantileSettings,
): Interval | undefined {
  checkFinite("a value", values);
  const ranks = quantileRanks(values.length, settings);
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[(ranks?.low ?? 0) - 1];
  const high = sorted[(ranks?.high ?? 0) - 1];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The last of the ranks 1…n up to which a condition holds; 0 where it does not hold at 1. */
function lastWhere(ranks: number, holds: (rank: number) => boolean): number {
  let held = 0;
  let failed = ranks + 1;
  while (failed - held > 1) {
    const middle = (held + failed) >> 1;
    if (holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
