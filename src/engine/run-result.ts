import type { JsonObject, JsonValue } from "../core/json.ts";
import type { Usage } from "../model/index.ts";
import type { ToolCallRecord } from "./engine-event.ts";

export type RunStatus =
  | "completed"
  | "aborted"
  | "waiting_input"
  | "waiting_approval"
  | "refused"
  | "ended_without_terminal"
  | "failed";

/** Why a run failed, in the words of the runtime specification §11. */
export type FailureKind =
  | "agent_stuck"
  | "no_final_tool_call"
  | "final_answer_rejected"
  | "model_error"
  | "router_no_match"
  | "missing_state_key"
  | "state_type_error"
  | "template_error"
  | "bad_tool_value"
  | "step_limit"
  | "invalid_context"
  | "build_error"
  /** The model replied as often as the run allows. */
  | "reply_limit"
  /** The user and other people have spoken as often as the run allows. */
  | "turn_limit"
  /** The history grew to where the service would shorten it, which is not built. */
  | "context_limit"
  /** The conversation was continued in a way that its state does not allow. */
  | "invalid_resume"
  /** The run cannot happen where it was asked to happen. */
  | "refused"
  /** Something outside of the flow stopped it: its model, a call that nothing answers, or a defect. */
  | "interrupted"
  /** A part of the runtime that is not built yet. */
  | "not_supported";

export interface RunFailure {
  readonly kind: FailureKind;
  readonly component: string;
  readonly message: string;
}

/** The end of a run: always a value, never an exception, whatever the agent did. */
export interface RunResult {
  readonly status: RunStatus;
  /** The last answer of an agent for the user; empty when there was none. */
  readonly answer: string;
  /** Components visited, in order, `end` and `abort` included. */
  readonly route: readonly string[];
  readonly calls: readonly ToolCallRecord[];
  /** Responses of the agent's model. */
  readonly replies: number;
  /** User messages answered. */
  readonly turns: number;
  readonly usage: Usage;
  /** Time of the model and the tools together. */
  readonly activeMs: number;
  /** The part of `activeMs` that tools took. */
  readonly toolMs: number;
  readonly waitMs: number;
  /** Of the first reply; undefined without one. */
  readonly firstTokenMs?: number;
  readonly error?: RunFailure;
  /** What the user of the session would see, under the service's keys. */
  readonly uiChatLog?: readonly JsonValue[];
  readonly state: {
    readonly status: string;
    readonly context: JsonObject;
    readonly conversation_history: { readonly [name: string]: JsonValue };
  };
}
