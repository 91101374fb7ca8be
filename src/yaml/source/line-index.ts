import type { Position, Range } from "../../core/position.ts";

/** Turns offsets of a text into lines and columns. */
export interface LineIndex {
  position(offset: number): Position;
  range(start: number, end: number): Range;
}

const lineBreak = /\r\n|\n|\r/g;

/** A byte order mark at the beginning is in the offsets, but editors do not count it as a column. */
export function createLineIndex(text: string): LineIndex {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length);

  const position = (offset: number): Position => {
    const clamped = Math.min(Math.max(offset, starts[0] ?? 0), text.length);
    const line = lastAtMost(starts, clamped);
    return { line: line + 1, column: clamped - (starts[line] ?? 0) + 1 };
  };
  return {
    position,
    range: (start, end) => ({ start: position(start), end: position(Math.max(start, end)) }),
  };
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
