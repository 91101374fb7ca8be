import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { clip } from "../../core/text/clip.ts";

const indent = "  ";
/** Longer texts are matched by how they begin. */
const maxText = 200;
const beginning = 80;

/** YAML of a mock that answers a call with these arguments, ready to be pasted below `tools:`. */
export function pasteMock(tool: string, args: JsonObject): string {
  const entries = Object.entries(args);
  const lines = [`${indent}${yamlKey(tool)}:`];
  if (entries.length === 0) {
    lines.push(`${indent}${indent}- returns: "…"`);
  } else if (Object.keys(args).some((key) => key.startsWith("$"))) {
    lines.push(`${indent}${indent}- args: ${flowYaml(matcherFor(args))}`, returns);
  } else {
    lines.push(`${indent}${indent}- args:`);
    for (const [key, value] of entries) {
      lines.push(`${indent.repeat(4)}${yamlKey(key)}: ${flowYaml(matcherFor(value))}`);
    }
    lines.push(returns);
  }
  return lines.join("\n");
}

const returns = `${indent.repeat(3)}returns: "…"`;

/** A matcher that holds for the value, and is short enough to be read. */
function matcherFor(value: JsonValue): JsonValue {
  if (typeof value === "string") {
    return value.length > maxText ? { $contains: clip(value, beginning).slice(0, -1) } : value;
  }
  if (isJsonArray(value)) return value.map(matcherFor);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  // Such keys would be read as operators.
  if (entries.some(([key]) => key.startsWith("$"))) return { $equals: value };
  return Object.fromEntries(entries.map(([key, item]) => [key, matcherFor(item)]));
}

function flowYaml(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(flowYaml).join(", ")}]`;
  if (!isJsonObject(value))
    return typeof value === "string" ? quoted(value) : JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${yamlKey(key)}: ${flowYaml(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Words that YAML reads as something other than a text, in one of its versions. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function yamlKey(key: string): string {
  const isPlain = /^[$A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !reserved.test(key);
  return isPlain ? key : quoted(key);
}

/** A JSON string is a YAML string; what cannot be seen is escaped, so that the text survives a terminal. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
