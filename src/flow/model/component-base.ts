import type { IOKey } from "./io-key.ts";
import type { Located } from "./located.ts";
import type { ToolsetEntry } from "./toolset-entry.ts";

/** What every component has. */
export interface ComponentBase extends Located {
  readonly name: string;
  readonly inputs: readonly IOKey[];
  readonly toolset: readonly ToolsetEntry[];
  /** Preferred models, first match wins; `model_size_preference` is its old spelling. */
  readonly modelTags: readonly string[];
  readonly uiLogEvents: readonly string[];
}

/** How a long history is shortened. */
export interface Compaction {
  readonly maxRecentMessages: number;
  readonly recentMessagesTokenBudget: number;
  readonly trimThreshold: number;
}

/** What a component that calls a model has besides. */
export interface PromptingComponent extends ComponentBase {
  readonly promptId: string;
  /** A constraint on the prompt registry; undefined for a prompt of the flow itself. */
  readonly promptVersion: string | undefined;
  /** Undefined when switched off. */
  readonly compaction: Compaction | undefined;
}
