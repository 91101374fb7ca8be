import type { Range } from "../../core/position.ts";
import {
  type Definition,
  type Definitions,
  type DefinedValue,
  referenceOf,
} from "../../flow/index.ts";
import type { Finding } from "../rule/finding.ts";

type Spot = Pick<Finding, "at" | "range">;

/** The place of a value, at most one line of it. */
export function valueSpot(
  file: Definitions,
  { at, range }: Pick<DefinedValue, "at" | "range">,
): Spot {
  return { at, range: onFirstLine(file, range) };
}

/** The place of a definition: what it is called, or where it begins. */
export function definitionSpot(file: Definitions, definition: Definition): Spot {
  const named = referenceOf(definition)?.attribute;
  if (named !== undefined) return { at: definition.at, range: onFirstLine(file, named.range) };
  return { at: definition.at, range: onFirstLine(file, definition.range) };
}

/** How messages call a definition: `agent "duo_planner"`, `flow 3` where it has no name. */
export function nameOf(definition: Definition): string {
  const reference = referenceOf(definition)?.text;
  return reference === undefined
    ? `${definition.kind} ${Number(definition.at[1] ?? 0) + 1}`
    : `${definition.kind} "${reference}"`;
}

function onFirstLine({ text }: Definitions, range: Range): Range {
  const { start, end } = range;
  if (start.line === end.line) return range;
  const line = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)[start.line - 1] ?? "";
  const column = Math.max(start.column, line.trimEnd().length + 1);
  return { start, end: { line: start.line, column } };
}
