import type { Position } from "../position.ts";

/** Finds lines and columns of offsets in a text as the readers of YAML count them. */
export function textPositions(text: string): (offset: number) => Position {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + lineBreak.length);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Math.max(offset - (starts[low] ?? 0), 0) + 1 };
  };
}
