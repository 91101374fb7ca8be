import type { ModelClient } from "../../model/index.ts";

/** The models of a trial, ready to be asked. */
export interface RoleClients {
  readonly agent: ModelClient;
  /** One, or a panel. */
  readonly judges: readonly ModelClient[];
}
