import type { EvalWorld } from "./eval-world.ts";
import type { RoleClients } from "./role-clients.ts";
import type { CasePlan } from "./run-plan.ts";

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
