import { pairCount, type PairedOutcomes } from "./paired-outcomes.ts";

/**
 * Tango's score statistic: by how many standard errors, computed as if the true difference B - A were
 * `difference` δ in [-1, 1], the observed one lies above it.
 *
 *     T(δ) = (c - b - nδ) / √(n(2q + δ(1 - δ)))      q = (√(B² - 4AC) - B) / 2A
 *     A = 2n      B = (2n - c + b)δ - b - c      C = -bδ(1 - δ)
 *
 * with b = onlyA, c = onlyB and q the likeliest share of onlyA given δ. Falls as δ grows; infinite where
 * the data cannot come from δ; 0 where the observed difference is δ, as without cases. T. Tango,
 * "Equivalence Test and Confidence Interval for the Difference in Proportions for the Paired-Sample
 * Design", Statistics in Medicine 17 (1998), 891-908.
 */
export function tangoScore(outcomes: PairedOutcomes, difference: number): number {
  if (!(difference >= -1 && difference <= 1)) {
    throw new RangeError(`a difference of rates is from -1 to 1, not ${difference}`);
  }
  const n = pairCount(outcomes);
  const above = outcomes.onlyB - outcomes.onlyA - n * difference;
  if (above === 0) return 0;
  const share = likeliestShare(outcomes, difference);
  const variance = n * (2 * share + difference * (1 - difference));
  return above / Math.sqrt(Math.max(0, variance));
}

function likeliestShare(outcomes: PairedOutcomes, difference: number): number {
  const { onlyA, onlyB } = outcomes;
  const a = 2 * pairCount(outcomes);
  const b = (a - onlyB + onlyA) * difference - onlyA - onlyB;
  const c = -onlyA * difference * (1 - difference);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return (root - b) / (2 * a);
}
