import { mean, sampleVariance } from "../mean.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";

/** Where the variance of a mean pass rate comes from. */
export interface TrialVariance {
  /** The variance of the cases' true pass rates; cases with more spread need more cases. */
  readonly between: number;
  /** The variance of a single trial around its case's rate, averaged over cases. */
  readonly within: number;
  /** The standard error of the mean of the cases' rates. */
  readonly standardError: number;
  /** The share of its variance, in [0, 1], that more trials a case would take away; undefined where it is 0. */
  readonly trialsShare: number | undefined;
}

/**
 * The variance of a mean pass rate over independent cases with several trials each, taken apart:
 *
 *     within = mean of pᵢ(1 - pᵢ)K/(K - 1)      between = Var(pᵢ) - within/K, at least 0
 *
 * pᵢ = passed/total of case i with K trials, which may differ from case to case. Where `trialsShare` is
 * small, more trials are wasted and more cases help. E. Miller, "Adding Error Bars to Evals" (2024),
 * arXiv:2411.00640. Undefined below two cases and where a case has fewer than two trials.
 */
export function trialVariance(cases: readonly PassCount[]): TrialVariance | undefined {
  for (const count of cases) checkPassCount(count);
  if (cases.length < 2 || cases.some(({ total }) => total < 2)) return undefined;
  const rates = cases.map(({ passed, total }) => passed / total);
  const spreads = cases.map(
    ({ passed, total }) => (passed * (total - passed)) / (total * (total - 1)),
  );
  const ofMeans = sampleVariance(rates);
  const fromTrials = mean(cases.map(({ total }, place) => (spreads[place] ?? 0) / total));
  return {
    between: Math.max(0, ofMeans - fromTrials),
    within: mean(spreads),
    standardError: Math.sqrt(ofMeans / cases.length),
    trialsShare: ofMeans === 0 ? undefined : Math.min(1, fromTrials / ofMeans),
  };
}
