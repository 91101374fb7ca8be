import { checkCounts, checkShare } from "../check-numbers.ts";

/** Two pass rates to tell apart, low < high, and the chance of error that is allowed on either side. */
export interface SprtDesign {
  readonly lowRate: number;
  readonly highRate: number;
  /** Of calling it high where it is low. */
  readonly alpha: number;
  /** Of calling it low where it is high. */
  readonly beta: number;
}

/** The steps of a sequential probability ratio test, as logarithms of likelihood ratios. */
export interface SprtBounds {
  /** Reached from below: the rate is high. */
  readonly high: number;
  /** Reached from above: the rate is low. */
  readonly low: number;
  readonly perPass: number;
  readonly perFail: number;
}

/**
 * The bounds and steps of Wald's sequential probability ratio test of a pass rate: ln((1 - β)/α) and
 * ln(β/(1 - α)); a pass adds ln(high/low), a fail ln((1 - high)/(1 - low)). A. Wald, "Sequential Tests of
 * Statistical Hypotheses", Annals of Mathematical Statistics 16 (1945), 117-186. Throws a RangeError where
 * the rates are not in order and where the chances of error sum to 1 or more.
 */
export function sprtBounds({ lowRate, highRate, alpha, beta }: SprtDesign): SprtBounds {
  for (const share of [lowRate, highRate, alpha, beta]) checkShare("a share", share);
  if (lowRate >= highRate) throw new RangeError(`${lowRate} is not below ${highRate}`);
  if (alpha + beta >= 1) throw new RangeError("the chances of error sum to less than 1");
  return {
    high: Math.log((1 - beta) / alpha),
    low: Math.log(beta / (1 - alpha)),
    perPass: Math.log(highRate / lowRate),
    perFail: Math.log((1 - highRate) / (1 - lowRate)),
  };
}

/**
 * What the test says after independent cases in random order: `high` or `low` (stop), undefined (go on).
 * Rounding never decides: a bound reached but for 12 digits is reached.
 */
export function sprtVerdict(
  counts: { readonly passed: number; readonly failed: number },
  design: SprtDesign,
): "high" | "low" | undefined {
  checkCounts("a number of cases", [counts.passed, counts.failed]);
  const { high, low, perPass, perFail } = sprtBounds(design);
  const ratio = counts.passed * perPass + counts.failed * perFail;
  if (ratio >= high - 1e-12) return "high";
  return ratio <= low + 1e-12 ? "low" : undefined;
}
