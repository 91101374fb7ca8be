import type { JsonObject } from "../core/json.ts";
import type { ModelError } from "./model-error.ts";

/** One call of a tool, as the model asked for it. */
export interface ToolCall {
  readonly type: "tool_call";
  readonly id: string;
  readonly name: string;
  readonly args: JsonObject;
}

/** A call whose arguments were not JSON. It keeps its id, so that history can answer it. */
export interface InvalidToolCall {
  readonly type: "invalid_tool_call";
  readonly id: string;
  readonly name: string;
  readonly raw: string;
}

export interface TextPart {
  readonly type: "text";
  readonly text: string;
}

export type ReplyPart = TextPart | ToolCall | InvalidToolCall;

export interface UserMessage {
  readonly role: "user";
  readonly text: string;
}

export interface AssistantMessage {
  readonly role: "assistant";
  readonly parts: readonly ReplyPart[];
}

/** The result of one call. Providers that want results inside a user message merge them there. */
export interface ToolMessage {
  readonly role: "tool";
  readonly callId: string;
  readonly name: string;
  readonly content: string;
  readonly isError: boolean;
}

export type ChatMessage = UserMessage | AssistantMessage | ToolMessage;

export interface SystemBlock {
  readonly text: string;
  /** Ask the provider to cache everything up to and with this block. */
  readonly cache?: boolean;
}

/** A tool as it is offered to a model. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: JsonObject;
}

export type ToolChoice =
  | { readonly type: "auto" }
  | { readonly type: "any" }
  | { readonly type: "tool"; readonly name: string };

/** Who is asking: limits, prices and records keep the two apart. */
export type ModelRole = "agent" | "judge";

/** One request to a model, the same for every provider. */
export interface ChatRequest {
  readonly role: ModelRole;
  /** Of the flow, where one asks; for records. No model hears of it. */
  readonly component?: string;
  readonly system: readonly SystemBlock[];
  readonly messages: readonly ChatMessage[];
  /** Offered only when not empty. */
  readonly tools: readonly ToolDefinition[];
  readonly toolChoice?: ToolChoice;
  readonly maxTokens: number;
  readonly temperature?: number;
  readonly stop?: readonly string[];
  /** Number of the trial, from 0. Reaches a script, and a simulator on a loopback address, nobody else. */
  readonly trial: number;
}

/** Tokens, as the provider counts them. Cached input is counted in its own fields only. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

export type StopReason =
  | "end_turn"
  | "tool_use"
  | "max_tokens"
  | "stop_sequence"
  | "refusal"
  | (string & {});

/** A complete reply. A reply that was cut short is a {@link ModelError}, never a shorter reply. */
export interface ChatReply {
  readonly parts: readonly ReplyPart[];
  readonly stopReason: StopReason;
  readonly usage: Usage;
  /** The model that answered, as it calls itself. */
  readonly servedModel: string;
  readonly requestId?: string;
  /** From sending the attempt that succeeded to its first content. */
  readonly firstTokenMs: number;
  /** Duration of the attempt that succeeded. */
  readonly activeMs: number;
  /** Everything else: failed attempts, back-off, waiting for a slot. Never counted as latency. */
  readonly waitMs: number;
  /** 1 when the first attempt succeeded. */
  readonly attempts: number;
  /** Nobody was asked: this was said to the same request before, in these times. */
  readonly cached?: true;
}

/** Hears the words of a reply while it comes. They count only when the reply is complete. */
export interface ReplyListener {
  /** More of the reply's text. */
  onText(text: string): void;
  /** The attempt failed: what was heard of it is void, and the next one begins anew. */
  onDiscard(): void;
  /**
   * An attempt failed, and the next one begins after a pause; or, without an error, the request waits for its
   * slot: `Infinity` while nobody knows how long, and told again with 0 when it has one.
   */
  onWait?(ms: number, error: ModelError | undefined): void;
}

/** A model ready to be asked. */
export interface ModelClient {
  /** `provider/name`, as reports print it. */
  readonly id: string;
  /** `script` and `replay` are labeled in every output and never taken for a real model. */
  readonly kind: "live" | "script" | "replay";
  /** Whether calls of tools are asked for and read as text, which outputs have to say. */
  readonly promptedTools?: true;
  /** The same model for one trial, where replies are known by the trial they were for; `name` is the trial's. */
  forTrial?(name: string): ModelClient;
  /**
   * A client may leave the listener unheard; the reply is what counts.
   *
   * @throws ModelError when no complete reply could be had.
   */
  chat(request: ChatRequest, signal?: AbortSignal, listener?: ReplyListener): Promise<ChatReply>;
}

/** The text of a reply: its text parts, put together. */
export function textOf(parts: readonly ReplyPart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

/** The calls of a reply whose arguments could be read, in order. */
export function callsOf(parts: readonly ReplyPart[]): readonly ToolCall[] {
  return parts.filter((part) => part.type === "tool_call");
}
