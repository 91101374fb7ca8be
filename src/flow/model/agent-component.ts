import type { PromptingComponent } from "./component-base.ts";
import type { Located } from "./located.ts";

/** When the agent is told to finish. */
export interface MaxCycles {
  /** The visit on which the answer is forced. */
  readonly threshold: number;
  /** How many visits before that it is warned; undefined for no warning. */
  readonly warningOffset: number | undefined;
}

/** A component that a supervisor may delegate to. */
export interface SubagentReference extends Located {
  readonly name: string;
}

/** A model that calls tools until it answers; a supervisor when it has subagents. */
export interface AgentComponent extends PromptingComponent {
  readonly type: "AgentComponent";
  readonly description: string | undefined;
  readonly responseSchemaId: string | undefined;
  readonly responseSchemaVersion: string | undefined;
  readonly responseSchemaTracking: boolean;
  /** Name to `target:path`, not checked before it is read. */
  readonly responseSchemaTrackingContext: ReadonlyMap<string, string>;
  readonly requireToolApproval: boolean;
  readonly preApprovedTools: readonly string[];
  readonly maxCycles: MaxCycles;
  readonly maxWrapUpRetries: number;
  readonly uiRoleAs: string;
  readonly subagents: readonly SubagentReference[];
  readonly maxDelegations: number | undefined;
}
