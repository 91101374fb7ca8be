import { checkShare } from "../check-numbers.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";
import { betaQuantile } from "../special/beta-quantile.ts";
import type { RateInterval } from "../wilson-interval.ts";

/**
 * The exact interval of a pass rate, over cases that are independent: it holds the true rate at least as
 * often as its confidence says, so it is wide; for guarantees, where Wilson's is for display.
 *
 *     low = Beta⁻¹(α/2; k, n - k + 1)      high = Beta⁻¹(1 - α/2; k + 1, n - k)      α = 1 - confidence
 *
 * with k of n passed. C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits
 * Illustrated in the Case of the Binomial", Biometrika 26 (1934), 404-413. Undefined without cases.
 */
export function clopperPearsonInterval(
  count: PassCount,
  confidence = 0.95,
): RateInterval | undefined {
  checkPassCount(count);
  checkShare("a confidence", confidence);
  const { passed, total } = count;
  if (total === 0) return undefined;
  const outside = (1 - confidence) / 2;
  const failed = total - passed;
  return {
    low: passed === 0 ? 0 : betaQuantile(outside, { a: passed, b: failed + 1 }),
    high: failed === 0 ? 1 : betaQuantile(1 - outside, { a: passed + 1, b: failed }),
  };
}
