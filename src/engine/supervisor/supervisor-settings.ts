import type { AgentSettings } from "../agent/agent-settings.ts";

/** An agent that a supervisor may hand work to. */
export interface ManagedAgent {
  readonly name: string;
  readonly description: string;
}

/** A supervisor, resolved. */
export interface SupervisorSettings {
  readonly agent: AgentSettings;
  readonly managed: readonly ManagedAgent[];
  /** Undefined for no limit. */
  readonly maxDelegations: number | undefined;
}
