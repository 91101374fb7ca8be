import type { Flow, NodePath } from "../../flow/index.ts";
import type { TextEdit } from "../rule/fix.ts";
import { type FlowSource, sourceOf, type Stretch } from "./source-of.ts";

/** A mapping of names to names, by its last entry, and the entry that shall follow. */
export interface NewEntry {
  readonly after: NodePath;
  readonly key: string;
  readonly value: string;
}

/** The edit that adds an entry in the style of the last one; undefined where that is written in a way of its own. */
export function addEntry(flow: Flow, { after, key, value }: NewEntry): TextEdit | undefined {
  const source = sourceOf(flow);
  const lastKey = source.at(after, "key");
  const lastValue = source.at(after);
  if (lastKey === undefined || lastValue === undefined) return undefined;
  const between = source.text.slice(lastKey.end, lastValue.start);
  if (!/^ *: *$/.test(between) || !/^["'\w]/.test(lastValue.text)) return undefined;
  const entry = `${like(lastKey, key)}${between}${like(lastValue, value)}`;
  const isInBraces = source.at(after.slice(0, -1))?.text.startsWith("{") === true;
  if (isInBraces) return insertion(lastValue.end, `, ${entry}`);
  const indent = indentOf(lastKey, source);
  if (indent === undefined) return undefined;
  // Behind whatever comment the last entry has.
  const line = source.lineAt(lastValue.end);
  if (!/^\s*(?:#.*)?$/.test(source.text.slice(lastValue.end, line.end))) return undefined;
  return insertion(line.end, `${source.lineBreak}${indent}${entry}`);
}

/** A name in the quotes of another. */
function like({ text }: Stretch, name: string): string {
  const quote = /^["']/.exec(text)?.[0] ?? "";
  return `${quote}${name}${quote}`;
}

function insertion(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

/** The white space before a key that begins a line, or an item of a list. */
function indentOf({ start }: Stretch, { text, lineAt }: FlowSource): string | undefined {
  const before = text.slice(lineAt(start).start, start);
  return /^ *(?:- +)*$/.test(before) ? before.replaceAll("-", " ") : undefined;
}
