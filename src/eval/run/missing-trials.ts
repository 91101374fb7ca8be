import type { RunPlan } from "./run-plan.ts";
import { CaseLane } from "./schedule/case-lane.ts";
import { resultsOf } from "./schedule/results-of.ts";

/** How many trials of a case may still have to be run: all, or those that are not finished, if any matters. */
export function missingTrials(
  work: RunPlan["cases"][number],
  { curtail, finished }: Pick<RunPlan, "curtail" | "finished">,
): number {
  const done = resultsOf(work, finished);
  const lane = new CaseLane(work, curtail !== undefined, done);
  return lane.isOpen ? work.planned.trials - done.length : 0;
}
