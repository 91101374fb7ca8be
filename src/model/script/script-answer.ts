import type { WireText, WireToolUse } from "../anthropic/messages-body.ts";
import type { Usage } from "../chat.ts";

/** What a script says to a request, in the words of the Messages API. */
export type ScriptAnswer =
  | {
      readonly type: "reply";
      readonly content: readonly (WireText | WireToolUse)[];
      readonly stopReason: "end_turn" | "tool_use" | "max_tokens" | "refusal";
      readonly usage: Usage;
      readonly delayMs: number;
    }
  | {
      readonly type: "fault";
      readonly status: number;
      /** The header `retry-after`, where the script gives one. */
      readonly retryAfter?: string;
      readonly delayMs: number;
    };
