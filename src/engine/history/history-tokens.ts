import type { ChatMessage } from "../../model/index.ts";
import type { History } from "../state/flow-state.ts";

/** As long as a token is on the average. */
const charsPerToken = 4;

/** Messages never change, and are counted again at every visit. */
const counted = new WeakMap<ChatMessage, number>();

/** About how many tokens a history has, without asking anybody. */
export function historyTokens(history: History): number {
  let chars = 0;
  for (const message of history) chars += charsOf(message);
  return Math.ceil(chars / charsPerToken);
}

function charsOf(message: ChatMessage): number {
  const known = counted.get(message);
  if (known !== undefined) return known;
  const chars = textLength(message);
  counted.set(message, chars);
  return chars;
}

function textLength(message: ChatMessage): number {
  if (message.role === "user") return message.text.length;
  if (message.role === "tool") return message.content.length;
  return message.parts.reduce((sum, part) => {
    if (part.type === "text") return sum + part.text.length;
    const args = part.type === "tool_call" ? JSON.stringify(part.args) : part.raw;
    return sum + part.name.length + args.length;
  }, 0);
}
