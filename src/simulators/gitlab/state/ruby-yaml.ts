import type { JsonObject, JsonValue } from "../../../core/json.ts";
import { isJsonObject } from "../../../core/json.ts";

/** Data in YAML, as Ruby writes it: lists are not indented, texts of several lines are blocks. */
export function rubyYaml(value: JsonObject): string {
  return `---\n${linesOf(value, "").join("\n")}\n`;
}

function linesOf(value: JsonObject, indent: string): string[] {
  return Object.entries(value).flatMap(([key, each]) =>
    entryLines(`${indent}${key}:`, each, indent),
  );
}

function entryLines(head: string, value: JsonValue, indent: string): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${head} []`];
    return [head, ...value.flatMap((each: JsonValue) => memberLines(each, indent))];
  }
  if (isJsonObject(value)) {
    if (Object.keys(value).length === 0) return [`${head} {}`];
    return [head, ...linesOf(value, `${indent}  `)];
  }
  return scalarLines(head, value, `${indent}  `);
}

function memberLines(value: JsonValue, indent: string): string[] {
  if (!isJsonObject(value)) return scalarLines(`${indent}-`, value, `${indent}  `);
  const [first = "", ...rest] = linesOf(value, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

function scalarLines(head: string, value: JsonValue, indent: string): string[] {
  if (typeof value !== "string") return [`${head} ${JSON.stringify(value)}`];
  if (!canBeBlock(value)) return [`${head} ${plainOrQuoted(value)}`];
  const body = value.endsWith("\n") ? value.slice(0, -1) : value;
  // Without a line break at its end the block is cut off there; more than one are kept.
  const chomp = value.endsWith("\n\n") ? "+" : value.endsWith("\n") ? "" : "-";
  const lines = body.split("\n").map((line) => (line === "" ? "" : `${indent}${line}`));
  return [`${head} |${chomp}`, ...lines];
}

/** A block begins with its first line's text, and holds no characters that only quotes can. */
function canBeBlock(text: string): boolean {
  return (
    /^[^\s].*\n/.test(text) &&
    !/[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text)
  );
}

function plainOrQuoted(text: string): string {
  const isPlain = /^[A-Za-z0-9_][A-Za-z0-9_/.:() -]*$/.test(text) && !/: |[: ]$/.test(text);
  return isPlain && !isOther.test(text) ? text : JSON.stringify(text);
}

/** What YAML takes for something else than a text. */
const isOther = /^(?:true|false|yes|no|on|off|null|y|n|[0-9][0-9a-fxo_.:+-]*)$/i;
