import type { Interval } from "../interval.ts";

/** Whether B is not worse than A by a margin: shown, refuted, or open. */
export type NotWorseVerdict = "pass" | "fail" | "inconclusive";

/**
 * The verdict on a margin > 0 from an interval of the difference B - A, in the same unit: `pass` where all
 * of it lies above -margin, `fail` where all of it lies below, else `inconclusive`. Use the two-sided 90 %
 * interval for a one-sided level of 5 %. Without an interval nothing is shown.
 */
export function notWorseVerdict(interval: Interval | undefined, margin: number): NotWorseVerdict {
  checkMargin(margin);
  if (!interval) return "inconclusive";
  if (interval.low > -margin) return "pass";
  return interval.high < -margin ? "fail" : "inconclusive";
}

/** Throws a RangeError unless the margin is a finite number above 0. */
export function checkMargin(margin: number): void {
  if (!(margin > 0 && margin < Infinity)) {
    throw new RangeError(`a margin is above 0, not ${margin}`);
  }
}
