import { checkShare } from "../check-numbers.ts";
import { clippedInterval, type Interval } from "../interval.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { pairCount, type PairedOutcomes } from "./paired-outcomes.ts";

/**
 * Bonett and Price's interval of the difference of two pass rates, B - A, on the same independent cases:
 * one imagined case more for either side, then p ± z·se.
 *
 *     b = (onlyA + 1)/(n + 2)      c = (onlyB + 1)/(n + 2)      c - b ± z √((b + c - (c - b)²)/(n + 2))
 *
 * The simplest closed form that behaves at small n. D. G. Bonett and R. M. Price, "Adjusted Wald
 * Confidence Interval for a Difference of Binomial Proportions Based on Paired Data", Journal of
 * Educational and Behavioral Statistics 37 (2012), 479-488. Clipped to [-1, 1]; undefined without cases.
 */
export function bonettPriceInterval(
  outcomes: PairedOutcomes,
  confidence = 0.95,
): Interval | undefined {
  checkShare("a confidence", confidence);
  const n = pairCount(outcomes);
  if (n === 0) return undefined;
  const onlyA = (outcomes.onlyA + 1) / (n + 2);
  const onlyB = (outcomes.onlyB + 1) / (n + 2);
  const center = onlyB - onlyA;
  const half =
    normalQuantile((1 + confidence) / 2) * Math.sqrt((onlyA + onlyB - center ** 2) / (n + 2));
  return clippedInterval({ low: center - half, high: center + half }, { low: -1, high: 1 });
}
