import { checkShare } from "../check-numbers.ts";

/**
 * How many independent trials of a case that passes at rate `passRate` in (0, 1) it takes to see at least
 * one failure with the given confidence: the smallest n with 1 - passRateⁿ ≥ confidence.
 */
export function trialsNeeded(passRate: number, confidence = 0.95): number {
  checkShare("a pass rate", passRate);
  checkShare("a confidence", confidence);
  const trials = Math.log1p(-confidence) / Math.log(passRate);
  // A whole number but for rounding is that number.
  return Math.max(1, Math.ceil(trials - 1e-9));
}
