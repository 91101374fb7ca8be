import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";

/** `{{ row.column }}` or `{{ row["a column"] }}`; nothing else of a template is looked at. */
const reference = /\{\{\s{0,20}row(?:\.([\w.-]{1,200})|\["([^"\n]{1,200})"\])\s{0,20}\}\}/g;

/** Something that looks like one and is none. */
const attempt = /\{[{%][^}]{0,500}?\brow\b[^}]{0,500}\}{1,2}/;

/** A part of a text: as it stands, or the name of a column. */
export type TextPart = { readonly text: string } | { readonly column: string };

/** Splits a text of a template at its references to columns. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, plain, quoted] = match;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ column: plain ?? quoted ?? "" });
    end = match.index + whole.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end) });
  return parts;
}

/** What is meant to be a reference, and is more than the name of a column. */
export function brokenReference(text: string): string | undefined {
  return attempt.exec(text.replaceAll(reference, ""))?.[0];
}

/** The cell of that name, or what a cell that is a map holds there. */
export function cellOf(cells: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(cells, name)) return cells[name];
  let value: JsonValue | undefined = cells;
  for (const key of name.split(".")) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
