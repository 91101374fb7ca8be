import type { RunRequest, RunStarted } from "../../record/index.ts";
import type { RunPlan } from "./run-plan.ts";

/** What a plan does not know about its run. */
export interface RunIdentity {
  /** Name of the run's folder. */
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly versions: RunStarted["versions"];
  /** Where a command line asked for it. */
  readonly request?: RunRequest | undefined;
}

/** The first event of the journal of a planned run. */
export function startedEvent(
  plan: RunPlan,
  { run, at, versions, request }: RunIdentity,
): RunStarted {
  return {
    type: "run_started",
    schemaVersion: 1,
    run,
    at,
    versions,
    seed: plan.seed,
    ...(plan.selection !== undefined && { selection: plan.selection }),
    ...(request !== undefined && { request }),
    labels: plan.labels,
    ...(plan.judges.length > 0 && { judges: plan.judges }),
    ...(plan.curtail !== undefined && { curtail: plan.curtail }),
    ...(plan.strict && { strict: true }),
    offeredTools: plan.offeredTools,
    suites: plan.suites,
    plan: plan.cases.map(({ planned }) => planned),
  };
}
