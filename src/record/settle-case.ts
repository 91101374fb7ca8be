import type { Outcome } from "./outcome.ts";
import type { TrialRecord } from "./trial-record.ts";

export interface CaseTerms {
  /** How many trials were planned. */
  readonly trials: number;
  /** How many of them must pass. */
  readonly require: number;
}

/**
 * What the trials of a case come to: `pass` as soon as enough passed; `fail` as soon as enough cannot
 * pass any more, even if every undecided and missing trial had (`agent_error` when that alone is to
 * blame); otherwise the outcome of the first undecided trial, or undefined while the answer still
 * depends on trials that have not run.
 */
export function settleCase(
  finished: readonly Pick<TrialRecord, "outcome">[],
  { trials, require }: CaseTerms,
): Outcome | undefined {
  const passed = finished.filter(({ outcome }) => outcome === "pass").length;
  if (passed >= require) return "pass";
  const lost = finished.filter(({ outcome }) => isDecidedAgainst(outcome));
  if (trials - lost.length < require) {
    const all = finished.filter(({ outcome }) => outcome !== "pass");
    return all.every(({ outcome }) => outcome === "agent_error") ? "agent_error" : "fail";
  }
  if (finished.length < trials) return undefined;
  return finished.find(({ outcome }) => isUndecided(outcome))?.outcome;
}

/** The agent did something wrong; nothing that is missing could change that. */
export function isDecidedAgainst(outcome: Outcome): boolean {
  return outcome === "fail" || outcome === "agent_error";
}

/** Nothing can be said about the agent: the suite, the infrastructure or the judge failed. */
export function isUndecided(outcome: Outcome): boolean {
  return outcome === "suite_error" || outcome === "infra_error" || outcome === "judge_error";
}
