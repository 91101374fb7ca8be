import type { JsonObject } from "../../core/json.ts";

/** The body of a request to the Messages API, as far as flowproof writes and reads it. */
export interface MessagesBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly messages: readonly WireMessage[];
  readonly system?: string | readonly WireText[];
  readonly tools?: readonly WireTool[];
  readonly tool_choice?: WireToolChoice;
  readonly temperature?: number;
  readonly stop_sequences?: readonly string[];
  readonly stream?: boolean;
}

export interface WireMessage {
  readonly role: "user" | "assistant";
  readonly content: string | readonly WireBlock[];
}

/** Asks for everything up to here to be cached. */
interface CacheMark {
  readonly type: "ephemeral";
}

export interface WireText {
  readonly type: "text";
  readonly text: string;
  readonly cache_control?: CacheMark;
}

export interface WireToolUse {
  readonly type: "tool_use";
  readonly id: string;
  readonly name: string;
  readonly input: JsonObject;
  readonly cache_control?: CacheMark;
}

export interface WireToolResult {
  readonly type: "tool_result";
  readonly tool_use_id: string;
  readonly content?: string | readonly WireText[];
  readonly is_error?: boolean;
  readonly cache_control?: CacheMark;
}

export type WireBlock = WireText | WireToolUse | WireToolResult;

export interface WireTool {
  readonly name: string;
  readonly description?: string;
  readonly input_schema: JsonObject;
  readonly cache_control?: CacheMark;
}

export type WireToolChoice =
  | { readonly type: "auto" | "any" }
  | { readonly type: "tool"; readonly name: string };

/** The blocks of a message; a plain string is short for one block of text. */
export function blocksOf({ content }: WireMessage): readonly WireBlock[] {
  return typeof content === "string" ? [{ type: "text", text: content }] : content;
}
