import type { Position } from "../../../core/position.ts";

/** Line and column of an offset, both counted from one. */
export function positionAt(source: string, at: number): Position {
  let line = 1;
  let start = 0;
  for (let end = source.indexOf("\n"); end >= 0 && end < at; end = source.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}

/** The line of an offset, counted from 1. */
export function lineAt(source: string, at: number): number {
  return positionAt(source, at).line;
}
