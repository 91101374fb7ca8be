import type { ModelClient } from "../../model/index.ts";
import type { EvalWorld } from "./eval-world.ts";
import type { CasePlan } from "./run-plan.ts";

/** The models of a trial, ready to be asked. */
export interface RoleClients {
  readonly agent: ModelClient;
  readonly judge: ModelClient;
}

/** One execution of one case. */
export interface TrialWork {
  readonly plan: CasePlan;
  /** From 0. */
  readonly trial: number;
  readonly clients: RoleClients;
  readonly world: EvalWorld;
  /** Stops the whole run. */
  readonly signal: AbortSignal | undefined;
}
