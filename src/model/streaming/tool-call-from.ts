import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { InvalidToolCall, ToolCall } from "../chat.ts";

/**
 * A call that cannot be read counts as text and can end a flow, so this is as high as may be: a record
 * keeps 500 levels, a few of them its own, and deeper arguments would not be recorded whole.
 */
const maxDepth = 480;

/** A call whose arguments came as text: what is not a JSON object of sane depth is an invalid call. */
export function toolCallFrom(id: string, name: string, raw: string): ToolCall | InvalidToolCall {
  const args = parse(raw);
  return isJsonObject(args) && !isTooDeep(args)
    ? { type: "tool_call", id, name, args }
    : { type: "invalid_tool_call", id, name, raw };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Level by level: what is deeper than any stack must not overflow it here. */
function isTooDeep(value: JsonObject): boolean {
  let level: readonly object[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((item) => Object.values(item).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
