import type { CasePlan, RunPlan } from "../run-plan.ts";
import type { TrialResult } from "./case-lane.ts";

/** The trials of a case that an earlier part of the run has finished. */
export function resultsOf(
  { planned }: CasePlan,
  finished: RunPlan["finished"],
): readonly TrialResult[] {
  if (finished === undefined) return [];
  const { suite, case: id, target, trials } = planned;
  return Array.from({ length: trials }, (_, trial) => trial).flatMap((trial) => {
    const outcome = finished.outcomeOf({ suite, case: id, target, trial });
    return outcome === undefined ? [] : [{ trial, outcome }];
  });
}
