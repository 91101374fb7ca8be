import type { PlannedJudge, RunStarted } from "../../record/index.ts";
import type { RunIdentity } from "../run/started-event.ts";
import type { RescorePlan } from "./rescore-plan.ts";

/** The first event of the journal of a run that is judged again. */
export function rescoredEvent(
  { from, cases, suites, labels }: RescorePlan,
  { run, at, versions }: RunIdentity,
  judges: readonly PlannedJudge[],
): RunStarted {
  // Nothing is left out here, so every trial that was run counts.
  const { request: _, judges: __, curtail: ___, ...started } = from.started;
  return {
    ...started,
    run,
    at,
    versions,
    labels,
    rescoredFrom: from.started.run,
    ...(judges.length > 0 && { judges }),
    suites,
    plan: cases.map(({ planned }) => planned),
  };
}
