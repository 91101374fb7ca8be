import type { Flow, NodePath } from "../../flow/index.ts";
import type { TextEdit } from "../rule/fix.ts";
import { type FlowSource, sourceOf, type Stretch } from "./source-of.ts";

/** A value of a file that is a text, and what shall follow it as a paragraph of its own. */
export interface Addition {
  readonly at: NodePath;
  readonly value: string;
  /** Without anything that YAML would have to escape in quotes. */
  readonly lines: readonly string[];
}

/** The edits that add a paragraph to a text, in the style of YAML in which the text is written; none where nothing is safe. */
export function appendToText(flow: Flow, addition: Addition): readonly TextEdit[] {
  const source = sourceOf(flow);
  const scalar = source.at(addition.at);
  if (scalar === undefined || isShared(scalar, source)) return [];
  const { start, end, text } = scalar;
  const paragraph = addition.lines.join(" ");
  if (/^[|>]/.test(text)) return appendToBlock(scalar, addition, source);
  if (/^".*"$/s.test(text)) return [insertion(end - 1, `\\n\\n${paragraph}`)];
  // Between single quotes a line break would have to be indented, and white space does not matter.
  if (/^'.*'$/s.test(text)) return [insertion(end - 1, ` ${paragraph}`)];
  if (text !== addition.value || /["\\]/.test(text)) return [];
  return [insertion(start, '"'), insertion(end, `\\n\\n${paragraph}"`)];
}

function insertion(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

/** An alias or a text with an anchor stands in other places as well. */
function isShared({ start, text }: Stretch, { lineAt, text: whole }: FlowSource): boolean {
  const before = whole.slice(lineAt(start).start, start);
  return /^[*&!]/.test(text) || /(?:^|\s)[&!]\S*\s*$/.test(before);
}

function appendToBlock(
  { start, end, text }: Stretch,
  { value, lines }: Addition,
  source: FlowSource,
): readonly TextEdit[] {
  const header = source.lineAt(start);
  const body = source.text.slice(header.end, end);
  const indent = indentOf(body, { value, isFolded: text.startsWith(">"), header: header.text });
  if (indent === undefined) return [];
  const { lineBreak } = source;
  const last = header.end + body.trimEnd().length;
  const written = lines.map((line) => `${lineBreak}${indent}${line}`).join("");
  // Spaces at the end of the last line are part of it.
  return [insertion(source.lineAt(last).end, `${lineBreak}${written}`)];
}

/** What stands in front of each line of a block; undefined where that cannot be told from the text itself. */
function indentOf(
  body: string,
  { value, isFolded, header }: { value: string; isFolded: boolean; header: string },
): string | undefined {
  const first = body.split(/\r\n|\n|\r/).find((line) => line.trim() !== "");
  if (first === undefined) return undefined;
  const own = value.split("\n").find((line) => line.trim() !== "") ?? "";
  const isIndicated = /[|>][+-]?\d/.test(header);
  if (isFolded && isIndicated) return undefined;
  const width = isFolded ? first.length - first.trimStart().length : first.length - own.length;
  const indent = first.slice(0, width);
  return /^ +$/.test(indent) && (isFolded || first.endsWith(own)) ? indent : undefined;
}
