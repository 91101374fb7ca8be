import type { Located } from "./located.ts";

/** The channels of the flow's state that an input may read. */
export type StateTarget =
  | "context"
  | "conversation_history"
  | "status"
  | "ui_chat_log"
  | "agent_context_limits";

/** The targets in the order in which messages list them. */
export const stateTargets: readonly StateTarget[] = [
  "context",
  "conversation_history",
  "status",
  "ui_chat_log",
  "agent_context_limits",
];

/** An input that reads the state when the component runs. */
export interface StateKey extends Located {
  readonly target: StateTarget;
  /** Keys below the target; empty when the whole channel is read. */
  readonly path: readonly string[];
  /** The name under which templates and tool arguments see the value. */
  readonly variable: string;
  /** A missing value is null instead of a failure. */
  readonly optional: boolean;
  /** As written: `context:goal`. */
  readonly from: string;
  /** Only the mapping form counts in chat-partial. */
  readonly form: "text" | "mapping";
  readonly literal?: undefined;
}

/** An input whose value is written in the flow itself. */
export interface LiteralKey extends Located {
  readonly literal: string;
  readonly variable: string;
  readonly optional: boolean;
  readonly target?: undefined;
}

/** One entry of a component's `inputs`, or the input of a router's condition. */
export type IOKey = StateKey | LiteralKey;
