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

/** A supervisor that hands over one task at a time. */
export interface SequentialSupervisor extends SupervisorSettings {
  /** Number of the reply that asked for each delegation, by the id of its call. */
  readonly replies: Map<string, number>;
}
