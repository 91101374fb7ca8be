import type { Position, Range } from "../../core/position.ts";
import type { Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { PromptEntry } from "../model/prompt.ts";
import type { TemplateError } from "../template/index.ts";
import { fieldOf } from "./flow-check.ts";

/** One of the texts of a role. */
interface TemplateSource {
  readonly entry: PromptEntry;
  readonly index: number;
}

/** Says where in the file an error of a template stands. */
export type TemplatePlace = (source: TemplateSource, error: TemplateError) => Located;

/** Finds the very place of errors in a flow's templates, or, where that cannot be known, the template. */
export function createTemplatePlace(flow: Flow): TemplatePlace {
  let lines: readonly string[] | undefined;
  return ({ entry, index }, { position, template }) => {
    const whole: Located = entry.isList ? fieldOf(flow, entry, index) : entry;
    // A position in an included file is none in this one.
    if (position === undefined || template !== undefined) return whole;
    lines ??= flow.text.split(/\r\n|\n|\r/);
    const start = positionInScalar(lines, whole.range, position);
    return start === undefined ? whole : { at: whole.at, range: { start, end: start } };
  };
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
