import type { JsonValue } from "../core/json.ts";

/** C1 controls, bidirectional and other invisible characters, which JSON leaves as they are. */
const invisible =
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** A JSON document for a file or a pipe: indented, ended by a line break, nothing in it invisible. */
export function jsonDocument(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll(invisible, escaped)}\n`;
}

/** All of them stand inside strings, where JSON has a visible form for them. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
