import type { Interval } from "../statistics/interval.ts";
import { signTest } from "../statistics/paired/sign-test.ts";
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

/** From so many cases on, all alike, chance is no answer any more: 2/2⁶ is below 5 %. */
const enoughAlike = 6;

/** What is known where the gain is the same in all cases. */
export interface UnvariedCases {
  readonly cases: number;
  readonly margin: number | undefined;
  /** What a case can lose at most; undefined where nobody can say. */
  readonly largestLoss?: number | undefined;
}

/**
 * The verdict where the gain is the same in all of so many cases, as with scripts: no interval can be told,
 * but with enough of them the sign test says that it is no accident. A loss in rare cases may still have been
 * missed: where it is known how large it can be, the margin has to have room for it.
 */
export function unvariedVerdict(
  gain: number,
  { cases, margin, largestLoss }: UnvariedCases,
): IntervalVerdict {
  if (cases < enoughAlike) return { verdict: "undecided" };
  const rare = unseenShare(cases);
  const low = largestLoss === undefined ? gain : (1 - rare) * gain - rare * largestLoss;
  return intervalVerdict({
    twoSided: { low: gain, high: gain },
    oneSided: { low, high: gain },
    margin,
  });
}

const level = 0.05;

/** The largest share of cases that so many may all have missed with a chance of 5 %. */
function unseenShare(cases: number): number {
  return 1 - level ** (1 / cases);
}

/** How many cases without any difference leave no room for a mean loss of the margin; undefined where one does. */
export function alikeCasesNeeded(margin: number, largestLoss: number): number | undefined {
  if (margin >= largestLoss) return undefined;
  return Math.log(level) / Math.log(1 - margin / largestLoss);
}

/** The sign test of differences that are all the same. */
export function unvariedP(difference: number, cases: number): number {
  return difference === 0 ? 1 : signTest(cases, 0).twoSided.exact;
}
