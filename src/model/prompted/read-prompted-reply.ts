import { isJsonObject, type JsonObject } from "../../core/json.ts";
import {
  type ChatReply,
  type InvalidToolCall,
  type ReplyPart,
  textOf,
  type ToolCall,
} from "../chat.ts";
import { freeCallId } from "../streaming/free-call-id.ts";
import { toolCallFrom } from "../streaming/tool-call-from.ts";
import type { Tags } from "./tags.ts";

/** What stands for the name of a tool where none can be read. */
const nameless = "unreadable_call";
/** What a call without arguments may consist of. */
const nameKeys: ReadonlySet<string> = new Set(["args", "arguments", "id", "name", "tool", "type"]);

/**
 * A reply in which calls stand as text, with its calls as calls. What stands between the tags but is not what
 * was asked for is an invalid call; nothing outside of them is ever one.
 */
export function readPromptedReply(
  reply: ChatReply,
  tags: Tags,
  usedIds: ReadonlySet<string>,
): ChatReply {
  const text = withoutInventions(textOf(reply.parts), tags);
  const isCut = reply.stopReason === "max_tokens";
  const parts = partsIn(text, { tags, isCut, taken: new Set(usedIds) });
  const others = reply.parts.filter((part) => part.type !== "text");
  const hasCalls = parts.some((part) => part.type !== "text");
  return {
    ...reply,
    parts: [...parts, ...others],
    stopReason: hasCalls && !isCut ? "tool_use" : reply.stopReason,
  };
}

/** Some models write the result as well, and what they would do next; it is all made up. */
function withoutInventions(text: string, { result }: Tags): string {
  const at = text.indexOf(result.open);
  return at < 0 ? text : text.slice(0, at);
}

interface Reading {
  readonly tags: Tags;
  /** Whether the reply ended at its limit. */
  readonly isCut: boolean;
  readonly taken: Set<string>;
}

function partsIn(text: string, { tags: { call }, isCut, taken }: Reading): readonly ReplyPart[] {
  const parts: ReplyPart[] = [];
  // White space beside a call belongs to the form of calls; all other is the model's own.
  const say = (words: string): void => {
    if (words.trim() !== "") parts.push({ type: "text", text: words });
  };
  let at = 0;
  for (let from = text.indexOf(call.open); from >= 0; from = text.indexOf(call.open, at)) {
    say(text.slice(at, from).trim());
    const begin = from + call.open.length;
    const end = text.indexOf(call.close, begin);
    const id = freeCallId(taken);
    taken.add(id);
    const raw = text.slice(begin, end < 0 ? text.length : end);
    parts.push(end < 0 && isCut ? invalid(id, raw) : callIn(id, raw));
    at = end < 0 ? text.length : end + call.close.length;
  }
  const rest = text.slice(at);
  say(at === 0 ? rest : rest.trim());
  return parts;
}

function callIn(id: string, raw: string): ToolCall | InvalidToolCall {
  const said = parse(withoutFence(raw));
  // Models that were trained on other forms of calls fall back into the names of those.
  const name = said?.["tool"] ?? said?.["name"];
  if (said === undefined || typeof name !== "string" || name === "") return invalid(id, raw);
  const given = said["args"] ?? said["arguments"];
  // Arguments under yet another name are not to be lost: the call would do something else.
  if (given === undefined && Object.keys(said).some((key) => !nameKeys.has(key))) {
    return invalid(id, raw);
  }
  const args = given ?? {};
  return toolCallFrom(id, name, JSON.stringify(args));
}

function invalid(id: string, raw: string): InvalidToolCall {
  const name = /"(?:tool|name)"\s*:\s*"([\w-]{1,128})"/.exec(raw)?.[1] ?? nameless;
  return { type: "invalid_tool_call", id, name, raw };
}

function withoutFence(raw: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/.exec(raw)?.[1] ?? raw;
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
