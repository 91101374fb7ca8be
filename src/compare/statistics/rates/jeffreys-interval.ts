import { checkShare } from "../check-numbers.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";
import { betaQuantile } from "../special/beta-quantile.ts";
import type { RateInterval } from "../wilson-interval.ts";

/**
 * Jeffreys' interval of a pass rate, over cases that are independent: the middle of the posterior
 * beta(k + ½, n - k + ½) with k of n passed, so one may say "with 95 % probability". It never reaches 0
 * or 1. L. D. Brown, T. T. Cai and A. DasGupta, "Interval Estimation for a Binomial Proportion",
 * Statistical Science 16 (2001), 101-133. Undefined without cases.
 */
export function jeffreysInterval(count: PassCount, confidence = 0.95): RateInterval | undefined {
  checkPassCount(count);
  checkShare("a confidence", confidence);
  const { passed, total } = count;
  if (total === 0) return undefined;
  const posterior = { a: passed + 0.5, b: total - passed + 0.5 };
  const outside = (1 - confidence) / 2;
  return {
    low: betaQuantile(outside, posterior),
    high: betaQuantile(1 - outside, posterior),
  };
}
