import { checkRate } from "../check-numbers.ts";

/** How often a judge passes what is good (sensitivity) and fails what is bad (specificity), in [0, 1]. */
export interface JudgeRates {
  readonly sensitivity: number;
  readonly specificity: number;
}

/**
 * The Rogan-Gladen correction: the true pass rate behind the one that an imperfect judge observed,
 *
 *     (observed + specificity - 1) / (sensitivity + specificity - 1)
 *
 * clamped to [0, 1]. Holds where the judge errs alike on all systems; a judge that likes one style does
 * not. W. J. Rogan and B. Gladen, "Estimating Prevalence from the Results of a Screening Test", American
 * Journal of Epidemiology 107 (1978), 71-76. Undefined where the judge is no better than a coin.
 */
export function roganGladen(
  observed: number,
  { sensitivity, specificity }: JudgeRates,
): number | undefined {
  for (const rate of [observed, sensitivity, specificity]) checkRate("a rate", rate);
  const power = sensitivity + specificity - 1;
  if (!(power > 1e-12)) return undefined;
  return Math.min(1, Math.max(0, (observed + specificity - 1) / power));
}
