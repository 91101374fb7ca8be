import { type LinePair, pairLines } from "./line-table.ts";
import { markChanges } from "./mark-changes.ts";
import { slideGroups } from "./slide-groups.ts";

/** Lines of one text in the place of lines of the other; 0-based, ends exclusive, one may be empty. */
export interface LineChange {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

/** The changes between two texts, line by line, as `git diff` finds them. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  return changesOf(compareLines(before, after));
}

/** Both texts in lines, those that differ marked. */
export function compareLines(before: string, after: string): LinePair {
  const pair = pairLines(before, after);
  markChanges(pair);
  slideGroups(pair.before, pair.after);
  slideGroups(pair.after, pair.before);
  return pair;
}

/** What is marked, as ranges. */
export function changesOf({ before, after }: LinePair): readonly LineChange[] {
  const changes: LineChange[] = [];
  let row = 0;
  let column = 0;
  while (row < before.lines.length || column < after.lines.length) {
    const start = { row, column };
    while (before.changed[row] === true) row += 1;
    while (after.changed[column] === true) column += 1;
    if (row > start.row || column > start.column) {
      changes.push({
        before: { start: start.row, end: row },
        after: { start: start.column, end: column },
      });
    }
    row += 1;
    column += 1;
  }
  return changes;
}
