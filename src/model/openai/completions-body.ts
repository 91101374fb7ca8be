import type { JsonObject } from "../../core/json.ts";

/** The body of a request for a chat completion, as far as flowproof writes and reads it. */
export interface CompletionsBody {
  readonly model: string;
  readonly messages: readonly CompletionMessage[];
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly temperature?: number;
  readonly stop?: string | readonly string[];
  readonly tools?: readonly CompletionTool[];
  readonly tool_choice?: CompletionToolChoice;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
}

export type CompletionMessage =
  | { readonly role: "system" | "developer" | "user"; readonly content: CompletionContent }
  | {
      readonly role: "assistant";
      readonly content?: CompletionContent | null;
      readonly tool_calls?: readonly CompletionCall[];
    }
  | {
      readonly role: "tool";
      readonly tool_call_id: string;
      readonly content: CompletionContent;
    };

export type CompletionContent = string | readonly CompletionText[];

export interface CompletionText {
  readonly type: "text";
  readonly text: string;
}

export interface CompletionCall {
  readonly id: string;
  readonly type: "function";
  /** The arguments are JSON in a text. */
  readonly function: { readonly name: string; readonly arguments: string };
}

export interface CompletionTool {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: JsonObject;
  };
}

export type CompletionToolChoice =
  | "none"
  | "auto"
  | "required"
  | { readonly type: "function"; readonly function: { readonly name: string } };

/** The texts of a content; a plain string is short for one. */
export function textsOf(content: CompletionContent | null | undefined): readonly string[] {
  if (content === null || content === undefined || content === "") return [];
  return typeof content === "string" ? [content] : content.map(({ text }) => text);
}
