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
  /** Who stood in for the tool: `mock 2 of 3`, `fake gitlab`, `unmocked`; left out where nobody says. */
  readonly answeredBy?: string;
}
