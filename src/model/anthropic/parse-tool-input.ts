import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { InvalidToolCall, ToolCall } from "../chat.ts";

/** Deeper arguments would overflow the stack of whoever walks them. */
const maxDepth = 64;

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

function isTooDeep(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((item) =>
      typeof item === "object" && item !== null ? Object.values(item) : [],
    );
  }
  return false;
}
