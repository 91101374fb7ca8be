import { pieces } from "./pieces.ts";
import type { SimulatedMessage } from "./simulated-message.ts";

/** What of a request the form of a completion depends on. */
export interface CompletionForm {
  /** Whether a stream tells the usage. */
  readonly includeUsage: boolean;
  /** Whether one function had to be called: such a completion ends with `stop`. */
  readonly isForced: boolean;
}

type Block = SimulatedMessage["reply"]["content"][number];

/** The time of every completion: nothing may depend on it. */
const created = 1_767_225_600;

/** A completion in one piece. */
export function jsonCompletion(message: SimulatedMessage, form: CompletionForm): object {
  const calls = callsOf(message);
  const content = textOf(message);
  return {
    ...head(message, "chat.completion"),
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: content === "" && calls.length > 0 ? null : content,
          refusal: null,
          ...(calls.length === 0 ? {} : { tool_calls: calls.map((call) => wireCall(call)) }),
        },
        logprobs: null,
        finish_reason: finishReason(message, form),
      },
    ],
    usage: usageOf(message),
  };
}

/** A completion as a stream: texts and arguments in several pieces, the usage, and the mark at the end. */
export function completionEvents(message: SimulatedMessage, form: CompletionForm): string {
  const withoutUsage = form.includeUsage ? { usage: null } : {};
  const chunk = (delta: object, reason: string | null = null): string =>
    event({
      ...head(message, "chat.completion.chunk"),
      choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }],
      ...withoutUsage,
    });
  return [
    chunk({ role: "assistant", content: "", refusal: null }),
    ...pieces(textOf(message)).map((content) => chunk({ content })),
    ...callsOf(message).flatMap((call, index) => [
      chunk({ tool_calls: [{ index, ...wireCall(call, "") }] }),
      ...pieces(JSON.stringify(call.input)).map((args) =>
        chunk({ tool_calls: [{ index, function: { arguments: args } }] }),
      ),
    ]),
    chunk({}, finishReason(message, form)),
    ...(form.includeUsage
      ? [event({ ...head(message, "chat.completion.chunk"), choices: [], usage: usageOf(message) })]
      : []),
    "data: [DONE]\n\n",
  ].join("");
}

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function head({ id, model }: SimulatedMessage, object: string): object {
  return { id: `chatcmpl-${id.slice("msg_".length)}`, object, created, model };
}

function textOf({ reply }: SimulatedMessage): string {
  return reply.content.map((block) => (block.type === "text" ? block.text : "")).join("");
}

function callsOf({ reply }: SimulatedMessage): readonly Extract<Block, { type: "tool_use" }>[] {
  return reply.content.filter((block) => block.type === "tool_use");
}

function wireCall(
  { id, name, input }: Extract<Block, { type: "tool_use" }>,
  args: string = JSON.stringify(input),
): object {
  return { id, type: "function", function: { name, arguments: args } };
}

function finishReason({ reply }: SimulatedMessage, { isForced }: CompletionForm): string {
  return isForced && reply.stopReason === "tool_use" ? "stop" : finishReasons[reply.stopReason];
}

const finishReasons: Readonly<Record<SimulatedMessage["reply"]["stopReason"], string>> = {
  end_turn: "stop",
  max_tokens: "length",
  refusal: "content_filter",
  tool_use: "tool_calls",
};

function usageOf({ reply: { usage } }: SimulatedMessage): object {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  const prompt = inputTokens + cacheReadTokens + cacheWriteTokens;
  return {
    prompt_tokens: prompt,
    completion_tokens: outputTokens,
    total_tokens: prompt + outputTokens,
    prompt_tokens_details: { cached_tokens: cacheReadTokens, cache_write_tokens: cacheWriteTokens },
  };
}
