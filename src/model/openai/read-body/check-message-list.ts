import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { namePattern } from "./check-tool-list.ts";

const roles: ReadonlyMap<string, readonly string[]> = new Map([
  ["system", ["role", "content", "name"]],
  ["developer", ["role", "content", "name"]],
  ["user", ["role", "content", "name"]],
  ["assistant", ["role", "content", "name", "refusal", "tool_calls"]],
  ["tool", ["role", "content", "tool_call_id"]],
]);

/** The list of messages: roles, content and calls, each by itself. */
export function checkMessageList({ messages }: JsonObject): string | undefined {
  if (messages === undefined) return "Missing required parameter: 'messages'.";
  if (!Array.isArray(messages)) return "Invalid type for 'messages': expected an array.";
  if (messages.length === 0) {
    return "Invalid 'messages': empty array. Expected an array with minimum length 1.";
  }
  for (const [index, message] of messages.entries()) {
    const problem = checkMessage(message, `messages[${index}]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkMessage(message: JsonValue, path: string): string | undefined {
  if (!isJsonObject(message)) return `Invalid type for '${path}': expected an object.`;
  const { role, content, tool_calls: calls, tool_call_id: answered } = message;
  const keys = typeof role === "string" ? roles.get(role) : undefined;
  if (keys === undefined) {
    return `Invalid value for '${path}.role'. Supported values are: ${[...roles.keys()].map((name) => `'${name}'`).join(", ")}.`;
  }
  const unknown = Object.keys(message).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `Unknown parameter: '${path}.${unknown}'.`;
  if (role === "tool" && typeof answered !== "string") {
    return `Missing required parameter: '${path}.tool_call_id'.`;
  }
  const mayBeEmpty = role === "assistant" && calls !== undefined;
  return (
    (mayBeEmpty && (content === undefined || content === null)
      ? undefined
      : checkContent(content, `${path}.content`)) ?? checkCalls(calls, `${path}.tool_calls`)
  );
}

function checkContent(content: JsonValue | undefined, path: string): string | undefined {
  if (typeof content === "string") return undefined;
  if (content === undefined) return `Missing required parameter: '${path}'.`;
  if (!Array.isArray(content)) {
    return `Invalid value for '${path}': expected a string, got ${content === null ? "null" : typeof content}.`;
  }
  if (content.length === 0) return `Invalid '${path}': empty array.`;
  for (const [index, part] of content.entries()) {
    const isText =
      isJsonObject(part) && part["type"] === "text" && typeof part["text"] === "string";
    if (!isText) return `Invalid value for '${path}[${index}]': only parts of text are simulated.`;
  }
  return undefined;
}

function checkCalls(calls: JsonValue | undefined, path: string): string | undefined {
  if (calls === undefined) return undefined;
  if (!Array.isArray(calls)) return `Invalid type for '${path}': expected an array.`;
  if (calls.length === 0) return `Invalid '${path}': empty array.`;
  for (const [index, call] of calls.entries()) {
    const problem = checkCall(call, `${path}[${index}]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkCall(call: JsonValue, path: string): string | undefined {
  if (!isJsonObject(call)) return `Invalid type for '${path}': expected an object.`;
  const { id, type, function: called } = call;
  if (typeof id !== "string") return `Missing required parameter: '${path}.id'.`;
  if (type !== "function")
    return `Invalid value for '${path}.type'. Supported values are: 'function'.`;
  if (!isJsonObject(called)) return `Missing required parameter: '${path}.function'.`;
  const { name, arguments: args } = called;
  if (typeof name !== "string" || !namePattern.test(name)) {
    return `Invalid '${path}.function.name': string does not match pattern. Expected a string that matches the pattern '${namePattern.source}'.`;
  }
  return typeof args === "string"
    ? undefined
    : `Invalid type for '${path}.function.arguments': expected a string.`;
}
