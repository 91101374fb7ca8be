import type { JsonValue } from "../../src/core/json.ts";

/** What JSON leaves as it is and a terminal may obey, or show as something else than it is. */
const invisible =
  /[\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** A document for standard output: the same JSON, without anything that changes a terminal. */
export function jsonText(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll(invisible, escaped)}\n`;
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
