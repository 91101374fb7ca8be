import { checkShare } from "../check-numbers.ts";
import { trialsNeeded } from "../trials/trials-needed.ts";

/**
 * The fewest values for which a high quantile has a finite one-sided upper bound: the largest of n exceeds
 * the quantile q with chance 1 - qⁿ, so 59 for p95 and 299 for p99 at 95 %. With fewer, print the largest
 * value instead of the quantile. For a quantile below the middle the same of the smallest.
 */
export function casesForQuantile(quantile: number, confidence = 0.95): number {
  checkShare("a quantile", quantile);
  return trialsNeeded(Math.max(quantile, 1 - quantile), confidence);
}
