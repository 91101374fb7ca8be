import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { TrialKey } from "../trial-key.ts";

export interface ToolCalled extends TrialKey {
  readonly type: "tool_called";
  readonly component: string;
  readonly callId: string;
  readonly tool: string;
  readonly args: JsonObject;
  readonly effectiveArgs?: JsonObject;
  readonly result: JsonValue;
  /** What the model read; absent when it is the result itself. */
  readonly content?: string;
  readonly isError: boolean;
  readonly durationMs: number;
}
