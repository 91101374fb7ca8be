import { normalQuantile } from "./normal-quantile.ts";

/** An interval of a rate; both ends in [0, 1]. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a pass rate, over cases that are independent:
 *
 *     center = (p + z²/2n) / (1 + z²/n)      half = z/(1 + z²/n) · √(p(1 - p)/n + z²/4n²)
 *
 * with p = passed/total, n = total and z the normal quantile at (1 + confidence)/2. Unlike p ± z·se it
 * stays within [0, 1] and does not vanish at 0 or 1. E. B. Wilson, "Probable Inference, the Law of
 * Succession, and Statistical Inference", JASA 22 (1927), 209-212. Undefined without cases.
 */
export function wilsonInterval(
  passed: number,
  total: number,
  confidence = 0.95,
): RateInterval | undefined {
  if (!Number.isInteger(passed) || !Number.isInteger(total) || passed < 0 || passed > total) {
    throw new RangeError(`${passed} of ${total} is not a rate`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence is between 0 and 1, not ${confidence}`);
  }
  if (total === 0) return undefined;
  const z = normalQuantile((1 + confidence) / 2);
  const rate = passed / total;
  const scale = 1 + z ** 2 / total;
  const center = (rate + z ** 2 / (2 * total)) / scale;
  const half = (z / scale) * Math.sqrt((rate * (1 - rate)) / total + z ** 2 / (4 * total ** 2));
  return {
    // The ends are exact here; computed, they miss by a rounding error.
    low: passed === 0 ? 0 : Math.max(0, center - half),
    high: passed === total ? 1 : Math.min(1, center + half),
  };
}
