import type { ScriptAnswer } from "../../model/index.ts";

/** A reply of a script, about to be sent. */
export interface SimulatedMessage {
  readonly id: string;
  readonly model: string;
  readonly reply: Extract<ScriptAnswer, { type: "reply" }>;
}

/** The counts of tokens as the API names them. */
export interface WireUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

/** The usage of a whole message. */
export function wireUsage({ reply: { usage } }: SimulatedMessage): WireUsage {
  return {
    input_tokens: usage.inputTokens,
    cache_creation_input_tokens: usage.cacheWriteTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
    output_tokens: usage.outputTokens,
  };
}
