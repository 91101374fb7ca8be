import type { ChatRequest, ChatMessage } from "../chat.ts";

const charsPerToken = 4;
/** What most replies stay below. */
const replyTokens = 500;

/** About how many tokens a request and its reply will count, for as long as nobody knows better. */
export function estimateTokens({ system, messages, tools, maxTokens }: ChatRequest): number {
  const chars =
    sum(system.map(({ text }) => text.length)) +
    sum(
      tools.map(
        ({ inputSchema, description }) => JSON.stringify(inputSchema).length + description.length,
      ),
    ) +
    sum(messages.map(charsOf));
  return Math.ceil(chars / charsPerToken) + Math.min(maxTokens, replyTokens);
}

function charsOf(message: ChatMessage): number {
  if (message.role === "user") return message.text.length;
  if (message.role === "tool") return message.content.length;
  return sum(
    message.parts.map((part) => {
      if (part.type === "text") return part.text.length;
      return part.type === "tool_call" ? JSON.stringify(part.args).length : part.raw.length;
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
