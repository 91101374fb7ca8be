import { checkShare } from "../check-numbers.ts";
import { clippedInterval } from "../interval.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";
import type { RateInterval } from "../wilson-interval.ts";

/** What a judge observed, and how it did on labeled answers. */
export interface CalibratedObservation {
  /** Passes as the judge sees them. */
  readonly observed: PassCount;
  /** Of labeled good answers, those that the judge passed. */
  readonly sensitivity: PassCount;
  /** Of labeled bad answers, those that the judge failed. */
  readonly specificity: PassCount;
}

/** A pass rate corrected for the judge's errors, in [0, 1]. */
export interface CorrectedPassRate {
  readonly rate: number;
  readonly interval: RateInterval;
}

const unit = { low: 0, high: 1 };

interface Estimate {
  readonly rate: number;
  readonly variance: number;
}

/**
 * The pass rate corrected for a judge's errors with Lang and Reiczigel's interval, which knows that
 * sensitivity and specificity were themselves estimated from a few labels. All three counts are of
 * independent answers, the judge errs alike on the labeled and the observed ones.
 *
 *     p = (q + sp - 1)/(se + sp - 1)      p + d ± z √((v(q) + p²·v(se) + (1 - p)²·v(sp)) / (se + sp - 1)²)
 *     d = 2z²(p·v(se) - (1 - p)·v(sp))      v(x) = x(1 - x)/n
 *
 * with one success and one failure added to both label counts and z²/2 of each to the observed count.
 * So `rate` is drawn a little to the middle; {@link roganGladen} gives the plain one. Z. Lang and J.
 * Reiczigel, "Confidence Limits for Prevalence of Disease Adjusted for Estimated Sensitivity and
 * Specificity", Preventive Veterinary Medicine 113 (2014), 13-22. Undefined without observations or
 * labels of either kind, and where the judge is no better than a coin.
 */
export function correctedPassRate(
  { observed, sensitivity, specificity }: CalibratedObservation,
  confidence = 0.95,
): CorrectedPassRate | undefined {
  checkShare("a confidence", confidence);
  const counts = [observed, sensitivity, specificity];
  for (const count of counts) checkPassCount(count);
  if (counts.some(({ total }) => total === 0)) return undefined;
  const z = normalQuantile((1 + confidence) / 2);
  const seen = smoothed(observed, z ** 2 / 2);
  const good = smoothed(sensitivity, 1);
  const bad = smoothed(specificity, 1);
  const power = good.rate + bad.rate - 1;
  if (!(power > 1e-12)) return undefined;
  const rate = Math.min(1, Math.max(0, (seen.rate + bad.rate - 1) / power));
  const shift = 2 * z ** 2 * (rate * good.variance - (1 - rate) * bad.variance);
  const spread = seen.variance + rate ** 2 * good.variance + (1 - rate) ** 2 * bad.variance;
  const half = (z * Math.sqrt(spread)) / power;
  const interval = { low: rate + shift - half, high: rate + shift + half };
  return { rate, interval: clippedInterval(interval, unit) };
}

function smoothed({ passed, total }: PassCount, added: number): Estimate {
  const size = total + 2 * added;
  const rate = (passed + added) / size;
  return { rate, variance: (rate * (1 - rate)) / size };
}
