import type { JsonValue } from "../json.ts";

/** What a terminal or an editor obeys or does not show, and JSON leaves as it is. */
const invisible = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A JSON document for a file, a pipe or a terminal: indented, ended by a line break, nothing in it invisible. */
export function jsonDocument(value: JsonValue | object): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll(invisible, escaped)}\n`;
}

/** All of them stand inside strings, where JSON has a visible form for them. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
