import type { PyDict } from "../../core/python/py-value.ts";
import type { ChatMessage } from "../../model/index.ts";
import type { UiEntry } from "../ui/ui-entry.ts";
import type { FlowStatus } from "./flow-status.ts";

/** The messages of one agent, in order. */
export type History = readonly ChatMessage[];

/** The channels of a flow, as they stand between two nodes. Never changed in place. */
export interface FlowState {
  readonly status: FlowStatus;
  readonly conversationHistory: ReadonlyMap<string, History>;
  readonly uiChatLog: readonly UiEntry[];
  readonly context: PyDict;
  readonly agentContextLimits: PyDict;
}

/** What a node writes. How it joins the state is decided by each channel's reducer. */
export interface StateUpdate {
  readonly status?: FlowStatus;
  /** Full lists: the named histories are replaced, the others stay. */
  readonly conversationHistory?: ReadonlyMap<string, History>;
  /** Entries to append. */
  readonly uiChatLog?: readonly UiEntry[];
  /** Merged at every depth. */
  readonly context?: PyDict;
}
