import type { Position, Range } from "../../core/position.ts";
import type { Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { PromptEntry } from "../model/prompt.ts";
import { fieldOf } from "./flow-check.ts";

/** One of the texts of a role. */
export interface TemplateSource {
  readonly entry: PromptEntry;
  readonly index: number;
}

/** A stretch of one line of a template. */
export interface TemplateSpan {
  readonly position: Position;
  readonly length: number;
}

/** Says where in the file a part of a template stands; the whole template where that cannot be known. */
export type TemplatePlace = (source: TemplateSource, span?: TemplateSpan) => Located;

/** Finds parts of a flow's templates in its file. */
export function createTemplatePlace(flow: Flow): TemplatePlace {
  let lines: readonly string[] | undefined;
  return ({ entry, index }, span) => {
    const whole: Located = entry.isList ? fieldOf(flow, entry, index) : entry;
    if (span === undefined) return whole;
    lines ??= flow.text.split(/\r\n|\n|\r/);
    const start = positionInScalar(lines, whole.range, span.position);
    if (start === undefined) return whole;
    const end = { line: start.line, column: start.column + span.length };
    return { at: whole.at, range: { start, end } };
  };
}

/** The span of a part of a template, by its offset; of the first line of it. */
export function spanAt(text: string, offset: number, length: number): TemplateSpan {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const part = text.slice(offset, offset + length).split("\n", 1)[0] ?? "";
  return { position: { line, column }, length: part.length };
}

/** A position in the value of a YAML scalar; undefined where YAML has folded or unescaped the value. */
function positionInScalar(
  lines: readonly string[],
  { start, end }: Range,
  position: Position,
): Position | undefined {
  const header = lines[start.line - 1]?.slice(start.column - 1) ?? "";
  if (/^\|[+-]?(?:\s|$)/.test(header)) {
    const content = lines.slice(start.line, end.line);
    const first = content.find((line) => line.trim() !== "") ?? "";
    const indent = first.length - first.trimStart().length;
    return { line: start.line + position.line, column: indent + position.column };
  }
  if (start.line !== end.line || position.line > 1 || header.includes("\\")) return undefined;
  const quote = /^["']/.test(header) ? 1 : 0;
  return { line: start.line, column: start.column + quote + position.column - 1 };
}
