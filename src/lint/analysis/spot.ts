import type { Range } from "../../core/position.ts";
import type { Flow, NodePath } from "../../flow/index.ts";
import type { Finding } from "../rule/finding.ts";

type Spot = Pick<Finding, "at" | "range">;

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** The place of a part of the file, or of what is around it where it is not written; at most one line of it. */
export function spotOf(flow: Flow, at: NodePath): Spot {
  return { at, range: onFirstLine(flow, rangeOf(flow, at, "value")) };
}

/** The place of an entry's key. */
export function keySpot(flow: Flow, at: NodePath): Spot {
  return { at, range: onFirstLine(flow, rangeOf(flow, at, "key")) };
}

function rangeOf(flow: Flow, at: NodePath, part: "key" | "value"): Range {
  for (let length = at.length; length >= 0; length -= 1) {
    const range = flow.rangeOf(at.slice(0, length), part);
    if (range !== undefined) return range;
  }
  return start;
}

const linesOf = new WeakMap<Flow, readonly string[]>();

/** What is wrong with a part of many lines is shown at its first, and not as all of them. */
export function onFirstLine(flow: Flow, range: Range): Range {
  const { start: from, end } = range;
  if (from.line === end.line) return range;
  const lines = linesOf.get(flow) ?? flow.text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  linesOf.set(flow, lines);
  const column = Math.max(from.column, (lines[from.line - 1] ?? "").trimEnd().length + 1);
  return { start: from, end: { line: from.line, column } };
}
