import { type ComparedLines, leaveOutLines, roughRoot } from "./leave-out-lines.ts";
import type { LinePair } from "./line-table.ts";

/** A rectangle of the two lists that is still to be compared; its ends are exclusive. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Split {
  readonly row: number;
  readonly column: number;
}

const leastCost = 256;

/**
 * Marks a shortest set of lines to take away and to add (Myers, "An O(ND) Difference Algorithm", in linear
 * space), choosing among equals as git does. Texts so different that it would take long get a longer set.
 */
export function markChanges(pair: LinePair): void {
  const [before, after] = leaveOutLines(pair);
  const search = createSearch(before, after);
  const boxes: Box[] = [{ top: 0, bottom: before.ids.length, left: 0, right: after.ids.length }];
  for (let box = boxes.pop(); box !== undefined; box = boxes.pop()) {
    const { top, bottom, left, right } = withoutEnds(box, before.ids, after.ids);
    if (top === bottom) mark(pair.after.changed, after.places.slice(left, right));
    else if (left === right) mark(pair.before.changed, before.places.slice(top, bottom));
    else {
      const { row, column } = search({ top, bottom, left, right });
      boxes.push(
        { top, bottom: row, left, right: column },
        { top: row, bottom, left: column, right },
      );
    }
  }
}

function mark(changed: boolean[], places: readonly number[]): void {
  for (const place of places) changed[place] = true;
}

function withoutEnds(box: Box, rows: readonly number[], columns: readonly number[]): Box {
  let { top, bottom, left, right } = box;
  while (top < bottom && left < right && rows[top] === columns[left]) {
    top += 1;
    left += 1;
  }
  while (top < bottom && left < right && rows[bottom - 1] === columns[right - 1]) {
    bottom -= 1;
    right -= 1;
  }
  return { top, bottom, left, right };
}

/** The furthest rows that were reached on each diagonal (row minus column), and the range that was looked at. */
interface Front {
  readonly rows: Map<number, number>;
  low: number;
  high: number;
}

function createSearch(before: ComparedLines, after: ComparedLines): (box: Box) => Split {
  const rows = before.ids;
  const columns = after.ids;
  const maxCost = Math.max(leastCost, roughRoot(rows.length + columns.length + 3));
  return (box) => {
    const start = box.top - box.left;
    const end = box.bottom - box.right;
    const isOdd = Math.abs(start - end) % 2 === 1;
    const down: Front = { rows: new Map([[start, box.top]]), low: start, high: start };
    const up: Front = { rows: new Map([[end, box.bottom]]), low: end, high: end };
    for (let cost = 1; ; cost += 1) {
      widen(down, box, -1);
      for (let diagonal = down.high; diagonal >= down.low; diagonal -= 2) {
        const row = stepDown(down, diagonal, { box, rows, columns });
        const met = isOdd && up.low <= diagonal && diagonal <= up.high;
        if (met && reached(up, diagonal) <= row) return { row, column: row - diagonal };
      }
      widen(up, box, Number.MAX_SAFE_INTEGER);
      for (let diagonal = up.high; diagonal >= up.low; diagonal -= 2) {
        const row = stepUp(up, diagonal, { box, rows, columns });
        const met = !isOdd && down.low <= diagonal && diagonal <= down.high;
        if (met && row <= reached(down, diagonal)) return { row, column: row - diagonal };
      }
      if (cost >= maxCost) return furthest(down, up, box);
    }
  };
}

function reached(front: Front, diagonal: number): number {
  return front.rows.get(diagonal) ?? 0;
}

/** Looks at one diagonal more on either side, or at one less where the box ends. */
function widen(front: Front, box: Box, outside: number): void {
  if (front.low > box.top - box.right) {
    front.low -= 1;
    front.rows.set(front.low - 1, outside);
  } else front.low += 1;
  if (front.high < box.bottom - box.left) {
    front.high += 1;
    front.rows.set(front.high + 1, outside);
  } else front.high -= 1;
}

interface Ground {
  readonly box: Box;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function stepDown(front: Front, diagonal: number, { box, rows, columns }: Ground): number {
  const left = reached(front, diagonal - 1);
  const right = reached(front, diagonal + 1);
  let row = left >= right ? left + 1 : right;
  while (row < box.bottom && row - diagonal < box.right && rows[row] === columns[row - diagonal]) {
    row += 1;
  }
  front.rows.set(diagonal, row);
  return row;
}

function stepUp(front: Front, diagonal: number, { box, rows, columns }: Ground): number {
  const left = reached(front, diagonal - 1);
  const right = reached(front, diagonal + 1);
  let row = left < right ? left : right - 1;
  while (
    row > box.top &&
    row - diagonal > box.left &&
    rows[row - 1] === columns[row - 1 - diagonal]
  ) {
    row -= 1;
  }
  front.rows.set(diagonal, row);
  return row;
}

/** Where the search gives up: the point that is furthest from the corner it came from. */
function furthest(down: Front, up: Front, box: Box): Split {
  let forward: Split = { row: box.top, column: box.left };
  for (let diagonal = down.high; diagonal >= down.low; diagonal -= 2) {
    const row = Math.min(reached(down, diagonal), box.bottom, box.right + diagonal);
    if (row * 2 - diagonal > forward.row + forward.column)
      forward = { row, column: row - diagonal };
  }
  let backward: Split = { row: box.bottom, column: box.right };
  for (let diagonal = up.high; diagonal >= up.low; diagonal -= 2) {
    const row = Math.max(reached(up, diagonal), box.top, box.left + diagonal);
    if (row * 2 - diagonal < backward.row + backward.column)
      backward = { row, column: row - diagonal };
  }
  const gone = forward.row + forward.column - box.top - box.left;
  const left = box.bottom + box.right - backward.row - backward.column;
  return left < gone ? forward : backward;
}
