import type { Compaction, MaxCycles, ResponseSchema } from "../../flow/index.ts";
import type { ToolDefinition } from "../../model/index.ts";
import type { PreparedPrompt } from "../prompt/prepared-prompt.ts";
import type { Toolset } from "../tools/toolset.ts";
import type { UiSettings } from "../ui/ui-settings.ts";
import type { AgentSlot } from "./agent-slot.ts";
import type { AnswerTracking } from "./answer-tracking.ts";

/** Everything about an agent that does not change while the flow runs. */
export interface AgentSettings {
  readonly component: string;
  readonly slot: AgentSlot;
  readonly prompt: PreparedPrompt;
  readonly toolset: Toolset;
  /** Tools that the agent's own nodes answer and not the toolset: `delegate_task`. */
  readonly ownTools: readonly ToolDefinition[];
  /** In schema mode the tool by which the agent answers. */
  readonly finalTool: ResponseSchema | undefined;
  /** What the service would report about each answer; undefined where nothing is reported. */
  readonly tracking: AnswerTracking | undefined;
  /** Undefined for an agent that is never told to finish. */
  readonly cycles: MaxCycles | undefined;
  readonly maxWrapUpRetries: number;
  /** Undefined where the flow switches it off; then too a history has its limit. */
  readonly compaction: Compaction | undefined;
  readonly ui: UiSettings;
  readonly securityBlock: string;
}
