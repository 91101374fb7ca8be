import { flakeOrRegression } from "../statistics/trials/flake-or-regression.ts";

/** Trials of a case that were decided. */
export interface KeptTrials {
  readonly passed: number;
  readonly of: number;
}

/**
 * Whether trials say enough against a case that passed to take its pass away: more than one of them failed,
 * and either most of them did, or Fisher's test calls it a regression from the trials of the baseline. A
 * single trial never does.
 */
export function mayRemovePass(before: KeptTrials, now: KeptTrials): boolean {
  const failed = now.of - now.passed;
  if (failed < 2) return false;
  if (failed > now.passed) return true;
  const change = flakeOrRegression(
    { passed: before.passed, total: before.of },
    { passed: now.passed, total: now.of },
  );
  return change.verdict === "regression";
}
