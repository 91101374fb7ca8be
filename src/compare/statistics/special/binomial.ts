import { checkCounts, checkRate } from "../check-numbers.ts";
import { logGamma } from "./log-gamma.ts";
import { regularizedBeta } from "./regularized-beta.ts";

/** A binomial variable: successes of n independent tries with chance p in [0, 1] each. */
export interface Binomial {
  readonly n: number;
  readonly p: number;
}

/** The logarithm of the number of ways to choose k of n; -Infinity where there is none (k < 0 or k > n). */
export function logBinomial(n: number, k: number): number {
  checkCounts("n", [n]);
  if (!Number.isInteger(k)) throw new RangeError(`k is a whole number, not ${k}`);
  if (k < 0 || k > n) return -Infinity;
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** The probability of exactly k successes. */
export function binomialProbability(k: number, { n, p }: Binomial): number {
  checkRate("p", p);
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  return Math.exp(logBinomial(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/** The probability of at most k successes: I(n - k, k + 1) at 1 - p. */
export function binomialAtMost(k: number, { n, p }: Binomial): number {
  checkCounts("n", [n]);
  checkRate("p", p);
  if (!Number.isInteger(k)) throw new RangeError(`k is a whole number, not ${k}`);
  if (k < 0) return 0;
  return k >= n ? 1 : regularizedBeta(1 - p, { a: n - k, b: k + 1 });
}
