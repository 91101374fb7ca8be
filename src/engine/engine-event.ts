import type { JsonObject, JsonValue } from "../core/json.ts";
import type { ChatReply, ChatRequest } from "../model/index.ts";
import type { ModelError } from "../model/index.ts";

/** What happened in a run, in order, as it happens. The evaluation turns these into journal events. */
export type EngineEvent =
  | { readonly type: "component_entered"; readonly component: string }
  | {
      readonly type: "model_called";
      readonly component: string;
      readonly request: ChatRequest;
      readonly reply?: ChatReply;
      readonly error?: ModelError;
      /** Of a call that failed: how long it took, all of which was waiting. */
      readonly waitMs?: number;
    }
  | ({ readonly type: "tool_called" } & ToolCallRecord)
  | {
      readonly type: "note";
      readonly component: string;
      readonly kind: NoteKind;
      readonly text: string;
    };

/** Things the engine did on its own that a reader of the record should know. */
export type NoteKind =
  | "tool_dropped"
  | "tool_excluded"
  | "final_answer_rejected"
  | "reply_truncated"
  | "cycle_warning"
  | "wrap_up"
  | "history_repaired"
  | "history_compacted"
  | "tool_calls_rejected"
  | "dead_end"
  | "context_skipped"
  | "no_effect"
  | "reply_as_change"
  | "answer_refused";

export interface ToolCallRecord {
  readonly component: string;
  readonly callId: string;
  readonly tool: string;
  /** As the model sent them. */
  readonly args: JsonObject;
  /** After validation, coercion and the toolset's options; absent when equal or when nothing ran. */
  readonly effectiveArgs?: JsonObject;
  /** What the tool gave, before it was made safe for the model; text for errors. */
  readonly result: JsonValue;
  /** What the model reads. */
  readonly content: string;
  readonly isError: boolean;
  readonly durationMs: number;
  /** Who stood in for the tool: `mock 2 of 3`; left out where nothing ran, or nobody says. */
  readonly answeredBy?: string;
  /** Number of the agent's reply that asked for it, from 0 within the trial; -1 for a deterministic step. */
  readonly reply: number;
  /** Number of the user turn, from 0. */
  readonly turn: number;
}
