import { isJsonObject, type JsonValue } from "../json.ts";
import { clip } from "../text/clip.ts";
import { isJsonArray } from "./json-array.ts";

const maxChars = 200;
const maxDepth = 4;
const maxEntries = 12;

/** A value on one line, as JSON; what is deep, long or many is left out. */
export function showValue(value: JsonValue | undefined): string {
  return value === undefined ? "nothing" : clip(show(value, 0), maxChars);
}

function show(value: JsonValue, depth: number): string {
  if (typeof value === "string") return JSON.stringify(clip(value, maxChars));
  if (isJsonArray(value)) {
    if (depth === maxDepth && value.length > 0) return "[…]";
    return `[${list(value, (item) => show(item, depth + 1))}]`;
  }
  if (!isJsonObject(value)) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  if (depth === maxDepth) return "{…}";
  return `{ ${list(entries, ([key, item]) => `${JSON.stringify(key)}: ${show(item, depth + 1)}`)} }`;
}

function list<T>(items: readonly T[], text: (item: T) => string): string {
  const shown = items.slice(0, maxEntries).map(text);
  return (items.length > maxEntries ? [...shown, "…"] : shown).join(", ");
}
