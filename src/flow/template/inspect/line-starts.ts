import type { Position } from "../../../core/position.ts";

/** Finds lines and columns of many offsets in one text. */
export class LineStarts {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** Line and column of an offset, both counted from one. */
  positionOf(at: number): Position {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - (this.starts[low] ?? 0) + 1 };
  }
}
