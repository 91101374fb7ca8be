import { checkPassCount, type PassCount } from "../pass-count.ts";
import { logBinomial } from "../special/binomial.ts";

/**
 * pass^k of one case: the chance that k trials in a row all pass, C(c, k)/C(n, k) with c of n trials
 * passed, without bias, in [0, 1] (the plain (c/n)ᵏ is too high). S. Yao and others, "τ-bench" (2024),
 * arXiv:2406.12045. Undefined where there are fewer than k trials. Over cases take the mean.
 */
export function passHatK(trials: PassCount, k: number): number | undefined {
  checkPassCount(trials);
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is a whole number from 1, not ${k}`);
  const { passed, total } = trials;
  if (total < k) return undefined;
  return Math.exp(logBinomial(passed, k) - logBinomial(total, k));
}
