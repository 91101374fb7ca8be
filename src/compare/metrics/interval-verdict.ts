import type { Interval } from "../statistics/interval.ts";
import type { ComparisonVerdict } from "./metric-result.ts";

/** Intervals of a difference that is positive where B is better. */
export interface GainIntervals {
  /** Two-sided, 95 %. */
  readonly twoSided: Interval | undefined;
  /** Whose ends are one-sided bounds of 95 %: the two-sided one of 90 %. */
  readonly oneSided: Interval | undefined;
  /** The loss that is put up with, above 0; undefined where none was declared. */
  readonly margin: number | undefined;
}

/** A verdict, and whether B is worse for certain where it is not worse than the margin. */
export interface IntervalVerdict {
  readonly verdict: Exclude<ComparisonVerdict, "not_comparable">;
  readonly worseWithinMargin?: true;
}

/**
 * The verdict on B from intervals: better or worse where the two-sided one leaves out 0; with a margin
 * `not_worse` where the one-sided bound is above it, also where B is a little worse for certain. What no
 * interval shows is undecided.
 */
export function intervalVerdict({ twoSided, oneSided, margin }: GainIntervals): IntervalVerdict {
  if (twoSided === undefined) return { verdict: "undecided" };
  if (twoSided.low > 0) return { verdict: "better" };
  const isWorse = twoSided.high < 0;
  if (margin !== undefined && oneSided !== undefined && oneSided.low > -margin) {
    return isWorse ? { verdict: "not_worse", worseWithinMargin: true } : { verdict: "not_worse" };
  }
  return { verdict: isWorse ? "worse" : "undecided" };
}
