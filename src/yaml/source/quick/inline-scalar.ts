import type { Scalar } from "yaml";
import type { Cursor } from "./cursor.ts";
import { QuickScalar } from "./nodes.ts";

const singleQuoted = /'(?:[^'\n]|'')*'/y;
const doubleQuoted = /"(?:[^"\\\n\t]|\\["\\nrt/])*"/y;

/** A quoted text that ends on its line and has no rare escapes; undefined for any other. */
export function readQuoted(cursor: Cursor): Scalar.Parsed | undefined {
  const start = cursor.at;
  const isSingle = cursor.text.charAt(start) === "'";
  const source = cursor.find(isSingle ? singleQuoted : doubleQuoted);
  if (source === undefined) return undefined;
  cursor.at += source.length;
  const type = isSingle ? "QUOTE_SINGLE" : "QUOTE_DOUBLE";
  return new QuickScalar(unquote(source, isSingle), type, [start, cursor.at]);
}

function unquote(source: string, isSingle: boolean): string {
  const inner = source.slice(1, -1);
  if (isSingle) return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  return inner.includes("\\") ? String(JSON.parse(source)) : inner;
}

// A plain text begins with no indicator, holds no tab, and ends before a comment or the line's end.
const plainLine = /[^\s,[\]{}#&*!|>'"%@`?:-][^\n\t]*|[?:-][^\s][^\n\t]*/y;

/** A text without quotes up to the end of its line, which follows; undefined where that is not sure. */
export function readPlainLine(cursor: Cursor): Scalar.Parsed | undefined {
  const start = cursor.at;
  const line = cursor.find(plainLine);
  if (line === undefined) return undefined;
  const comment = line.indexOf(" #");
  const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  if (text.endsWith(":") || text.includes(": ")) return undefined;
  cursor.at += text.length;
  return new QuickScalar(text, "PLAIN", [start, cursor.at]);
}

// Between brackets, only what is beyond doubt for every reader of YAML.
const plainWord = /[\w/.^~$(<=+-](?:[^\s,[\]{}:#?"'`]|:(?=[\w/])| (?=[\w/.(]))*/y;

/** A text without quotes between brackets. */
export function readPlainWord(cursor: Cursor): Scalar.Parsed | undefined {
  const start = cursor.at;
  const text = cursor.find(plainWord);
  if (text === undefined || /^-(?:$| )/.test(text)) return undefined;
  cursor.at += text.length;
  return new QuickScalar(text, "PLAIN", [start, cursor.at]);
}
