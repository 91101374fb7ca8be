import { dictFromJson } from "../../core/python/convert.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { type AssistantMessage, callsOf, type ChatMessage, textOf } from "../../model/index.ts";

/** A message as a template sees it when it reads a history: plain data, under the service's keys. */
export function messageDict(message: ChatMessage): PyDict {
  if (message.role === "assistant") return assistantDict(message);
  if (message.role === "user") {
    return new Map([
      ["type", "human"],
      ["content", message.text],
    ]);
  }
  return new Map([
    ["type", "tool"],
    ["content", message.content],
    ["tool_call_id", message.callId],
    ["name", message.name],
    ["status", message.isError ? "error" : "success"],
  ]);
}

function assistantDict(message: AssistantMessage): PyDict {
  const calls = callsOf(message.parts).map(
    (call): PyDict =>
      new Map<string, PyValue>([
        ["name", call.name],
        ["args", dictFromJson(call.args)],
        ["id", call.id],
      ]),
  );
  return new Map<string, PyValue>([
    ["type", "ai"],
    ["content", textOf(message.parts)],
    ["tool_calls", calls],
  ]);
}
