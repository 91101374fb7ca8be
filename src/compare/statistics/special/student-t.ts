import { betaQuantile } from "./beta-quantile.ts";
import { regularizedBeta } from "./regularized-beta.ts";

/**
 * The probability that a Student t variable with `df` > 0 degrees of freedom lies at least as far from 0
 * as t: the two-sided p-value, I(df/2, ½) at df/(df + t²).
 */
export function studentTwoSided(t: number, df: number): number {
  checkDegrees(df);
  if (!Number.isFinite(t)) {
    if (Number.isNaN(t)) throw new RangeError("t is a number, not NaN");
    return 0;
  }
  return regularizedBeta(df / (df + t * t), { a: df / 2, b: 0.5 });
}

/** The probability that a Student t variable with `df` > 0 degrees of freedom is at most t. */
export function studentProbability(t: number, df: number): number {
  const outside = studentTwoSided(t, df) / 2;
  return t > 0 ? 1 - outside : outside;
}

/** The quantile of Student's t distribution: the t below which a share `p` in (0, 1) of it lies. */
export function studentQuantile(p: number, df: number): number {
  checkDegrees(df);
  if (!(p > 0 && p < 1)) throw new RangeError(`a share is between 0 and 1, not ${p}`);
  const outside = 2 * Math.min(p, 1 - p);
  const size = outside < 0.5 ? farFromMiddle(outside, df) : nearMiddle(outside, df);
  return p < 0.5 ? -size : size;
}

function farFromMiddle(outside: number, df: number): number {
  const share = betaQuantile(outside, { a: df / 2, b: 0.5 });
  return Math.sqrt((df * (1 - share)) / share);
}

/** The same from the other side: there 1 - share would lose its digits. */
function nearMiddle(outside: number, df: number): number {
  const share = betaQuantile(1 - outside, { a: 0.5, b: df / 2 });
  return Math.sqrt((df * share) / (1 - share));
}

function checkDegrees(df: number): void {
  if (!(df > 0 && df < Infinity)) throw new RangeError(`degrees of freedom are above 0, not ${df}`);
}
