import { checkCounts } from "../check-numbers.ts";
import type { PassCount } from "../pass-count.ts";

/**
 * Systems A and B on the same cases, counted. Everywhere here the difference is B - A:
 * (onlyB - onlyA) / n, above 0 where B passes more.
 */
export interface PairedOutcomes {
  readonly bothPass: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly bothFail: number;
}

/** The number of cases; throws a RangeError where a count is not a whole number of 0 or more. */
export function pairCount({ bothPass, onlyA, onlyB, bothFail }: PairedOutcomes): number {
  checkCounts("a number of pairs", [bothPass, onlyA, onlyB, bothFail]);
  return bothPass + onlyA + onlyB + bothFail;
}

/** The difference of the pass rates, B - A, in [-1, 1]; NaN without cases. */
export function rateDifference(outcomes: PairedOutcomes): number {
  return (outcomes.onlyB - outcomes.onlyA) / pairCount(outcomes);
}

/** Each system's own passes. */
export function passCounts(outcomes: PairedOutcomes): {
  readonly a: PassCount;
  readonly b: PassCount;
} {
  const total = pairCount(outcomes);
  return {
    a: { passed: outcomes.bothPass + outcomes.onlyA, total },
    b: { passed: outcomes.bothPass + outcomes.onlyB, total },
  };
}
