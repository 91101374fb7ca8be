import { isJsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { AssistantMessage, ChatMessage, ToolCall } from "../../model/index.ts";

/** What {@link messageDict} made of a message, as a message again; undefined for any other value. */
export function messageFromDict(value: PyValue): ChatMessage | undefined {
  if (!isPyDict(value)) return undefined;
  const content = value.get("content");
  if (typeof content !== "string") return undefined;
  const type = value.get("type");
  if (type === "human") return { role: "user", text: content };
  if (type === "ai") return assistantMessage(content, value);
  if (type !== "tool") return undefined;
  return {
    role: "tool",
    callId: textIn(value, "tool_call_id"),
    name: textIn(value, "name"),
    content,
    isError: value.get("status") === "error",
  };
}

function assistantMessage(text: string, message: PyDict): AssistantMessage {
  const calls = message.get("tool_calls") ?? null;
  return {
    role: "assistant",
    parts: [
      ...(text === "" ? [] : [{ type: "text", text } as const]),
      ...(isPyList(calls) ? calls.flatMap(toolCall) : []),
    ],
  };
}

function toolCall(call: PyValue): readonly ToolCall[] {
  if (!isPyDict(call)) return [];
  const args = toJson(call.get("args") ?? null);
  return [
    {
      type: "tool_call",
      id: textIn(call, "id"),
      name: textIn(call, "name"),
      args: isJsonObject(args) ? args : {},
    },
  ];
}

function textIn(dict: PyDict, key: string): string {
  const value = dict.get(key);
  return typeof value === "string" ? value : "";
}
