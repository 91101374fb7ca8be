import type { ChatRequest } from "../chat.ts";

/** Results are told apart by the ids of their calls, so each needs one of its own. */
export function freeCallId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `call_${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The ids of all calls that a conversation holds. */
export function callIdsOf({ messages }: ChatRequest): ReadonlySet<string> {
  const parts = messages.flatMap((message) => (message.role === "assistant" ? message.parts : []));
  return new Set(parts.flatMap((part) => (part.type === "text" ? [] : [part.id])));
}
