import type { CompletionMessage } from "../completions-body.ts";

/** Every call has its result right after it, and every result its call right before it. */
export function checkCallPairs(messages: readonly CompletionMessage[]): string | undefined {
  let open = new Set<string>();
  for (const [index, message] of messages.entries()) {
    if (message.role === "tool") {
      if (!open.delete(message.tool_call_id)) return strayResult(index);
      continue;
    }
    if (open.size > 0) return unanswered(open);
    const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
    open = new Set(calls.map(({ id }) => id));
    if (open.size < calls.length) return `Duplicate value for 'messages[${index}].tool_calls' ids.`;
  }
  return open.size > 0 ? unanswered(open) : undefined;
}

function strayResult(index: number): string {
  return `Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls' (messages[${index}]).`;
}

function unanswered(ids: ReadonlySet<string>): string {
  return `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${[...ids].join(", ")}`;
}
