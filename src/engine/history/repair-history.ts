import {
  type AssistantMessage,
  type ChatMessage,
  textOf,
  type ToolMessage,
} from "../../model/index.ts";
import type { History } from "../state/flow-state.ts";

/** What stands in for the result of a call that never got one. */
export const interruptedResult: string =
  "This tool call was interrupted and has no result. Decide how to continue without it.";

/**
 * A history that a provider accepts: each call is followed by exactly one result in call order, a
 * result without its call becomes a user message, and blank answers are dropped. Returns the same
 * array when nothing had to change.
 */
export function repairHistory(history: History): History {
  if (isSound(history)) return history;
  const repaired: ChatMessage[] = [];
  for (let index = 0; index < history.length;) {
    const message = history[index];
    if (message === undefined) break;
    index += 1;
    if (message.role === "tool") {
      repaired.push(...asUserMessages([message]));
      continue;
    }
    if (message.role === "user") {
      repaired.push(message);
      continue;
    }
    const results = resultsFrom(history, index);
    index += results.length;
    repaired.push(...repairExchange(message, results));
  }
  return repaired;
}

/** Looked at before every call of a model, so without making anything. */
function isSound(history: History): boolean {
  let index = 0;
  while (index < history.length) {
    const message = history[index];
    index += 1;
    if (message?.role === "tool") return false;
    if (message?.role !== "assistant") continue;
    const before = index;
    for (const part of message.parts) {
      if (part.type === "text") continue;
      const result = history[index];
      if (result?.role !== "tool" || result.callId !== part.id) return false;
      index += 1;
    }
    if (index === before && textOf(message.parts).trim() === "") return false;
  }
  return true;
}

function resultsFrom(history: History, start: number): readonly ToolMessage[] {
  const results: ToolMessage[] = [];
  for (let index = start; index < history.length; index += 1) {
    const message = history[index];
    if (message?.role !== "tool") break;
    results.push(message);
  }
  return results;
}

function repairExchange(
  message: AssistantMessage,
  results: readonly ToolMessage[],
): readonly ChatMessage[] {
  const calls = message.parts.filter((part) => part.type !== "text");
  const orphans = results.filter((result) => calls.every((call) => call.id !== result.callId));
  if (calls.length === 0) {
    const kept = textOf(message.parts).trim() === "" ? [] : [message];
    return [...kept, ...asUserMessages(orphans)];
  }
  const answers = calls.map(
    (call): ToolMessage =>
      results.findLast((result) => result.callId === call.id) ?? {
        role: "tool",
        callId: call.id,
        name: call.name,
        content: interruptedResult,
        isError: false,
      },
  );
  return [message, ...answers, ...asUserMessages(orphans)];
}

function asUserMessages(results: readonly ToolMessage[]): readonly ChatMessage[] {
  return results
    .filter((result) => result.content !== "")
    .map((result) => ({ role: "user", text: result.content }));
}
