import type { Scalar } from "yaml";
import type { Cursor } from "./cursor.ts";
import { QuickScalar } from "./nodes.ts";

const header = /[|>]-?(?= *(?: #[^\n]*)?\n)/y;

/**
 * A text in lines of its own, which are indented further than `parentIndent`; undefined where the
 * header says more than whether the last line break is kept, or spaces could mean something.
 */
export function readBlockScalar(cursor: Cursor, parentIndent: number): Scalar.Parsed | undefined {
  const start = cursor.at;
  const mark = cursor.find(header);
  if (mark === undefined) return undefined;
  cursor.at += mark.length;
  cursor.endLine();
  const lines = readLines(cursor, parentIndent);
  if (lines === undefined) return undefined;
  const isLiteral = mark.startsWith("|");
  const text = isLiteral ? lines.join("\n") : fold(lines);
  if (text === undefined) return undefined;
  const type = isLiteral ? "BLOCK_LITERAL" : "BLOCK_FOLDED";
  return new QuickScalar(mark.endsWith("-") ? text : `${text}\n`, type, [start, cursor.at]);
}

/** The lines without their indentation; goes behind the last that is not empty. */
function readLines(cursor: Cursor, parentIndent: number): string[] | undefined {
  const { text } = cursor;
  const lines: string[] = [];
  let indent = 0;
  let filled = 0;
  let at = cursor.at;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    let content = at;
    while (text.charCodeAt(content) === space) content += 1;
    const isEmpty = content === end;
    if (lines.length === 0) {
      // Empty lines before the first could set the indentation.
      if (isEmpty || content - at <= parentIndent) return undefined;
      indent = content - at;
    }
    if (isEmpty ? content - at > indent : content - at < indent) {
      // Spaces alone that reach further than the text are a part of it.
      if (isEmpty) return undefined;
      break;
    }
    lines.push(isEmpty ? "" : text.slice(at + indent, end));
    at = end + 1;
    if (isEmpty) continue;
    filled = lines.length;
    cursor.at = at;
  }
  return filled === 0 ? undefined : lines.slice(0, filled);
}

/** One line break becomes a space, several become one less; lines that are indented further are not folded. */
function fold(lines: readonly string[]): string | undefined {
  if (lines.some((line) => /^[ \t]/.test(line))) return undefined;
  let text = "";
  let gap = "";
  for (const line of lines) {
    if (line === "") {
      gap = gap === " " ? "\n" : `${gap}\n`;
    } else {
      text += gap + line;
      gap = " ";
    }
  }
  return text;
}

const space = 0x20;
