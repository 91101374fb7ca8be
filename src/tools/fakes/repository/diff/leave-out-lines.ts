import type { LinePair, SideLines } from "./line-table.ts";

/** The lines that are worth comparing: their numbers, and where they stand. */
export interface ComparedLines {
  readonly ids: readonly number[];
  readonly places: readonly number[];
}

const frequencyLimit = 1024;
const window = 100;

/** How a line stands to the other text: missing there, there, or there so often that it says little. */
const missing = 0;
const present = 1;
const frequent = 2;

/**
 * Takes out what cannot match, and what matches too often amid what cannot, and marks it as changed, as
 * git does before it compares. What both texts begin and end with is left out as well.
 */
export function leaveOutLines({ before, after }: LinePair): [ComparedLines, ComparedLines] {
  const shortest = Math.min(before.ids.length, after.ids.length);
  let head = 0;
  while (head < shortest && before.ids[head] === after.ids[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.ids.at(-1 - tail) === after.ids.at(-1 - tail)) tail += 1;
  const counted = { before: countLines(before.ids), after: countLines(after.ids) };
  return [
    keep(before, counted.after, [head, before.ids.length - tail]),
    keep(after, counted.before, [head, after.ids.length - tail]),
  ];
}

function countLines(ids: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function keep(
  side: SideLines,
  others: ReadonlyMap<number, number>,
  [start, end]: readonly [number, number],
): ComparedLines {
  const limit = Math.min(roughRoot(side.ids.length), frequencyLimit);
  const standing = side.ids.map((id) => {
    const count = others.get(id) ?? 0;
    if (count === 0) return missing;
    return count >= limit ? frequent : present;
  });
  const ids: number[] = [];
  const places: number[] = [];
  for (let place = start; place < end; place += 1) {
    const kind = standing[place];
    if (kind === present || (kind === frequent && !isAmidMissing(standing, place, [start, end]))) {
      ids.push(side.ids[place] ?? 0);
      places.push(place);
    } else side.changed[place] = true;
  }
  return { ids, places };
}

/** Whether most of the lines around a frequent one have no match, on both of its sides. */
function isAmidMissing(
  standing: readonly number[],
  place: number,
  [start, end]: readonly [number, number],
): boolean {
  const above = run(standing, place, { step: -1, last: Math.max(start, place - window) });
  if (above.missing === 0) return false;
  const below = run(standing, place, { step: 1, last: Math.min(end - 1, place + window) });
  if (below.missing === 0) return false;
  const frequents = above.frequent + below.frequent;
  return frequents * 4 < frequents + above.missing + below.missing;
}

function run(
  standing: readonly number[],
  place: number,
  { step, last }: { readonly step: -1 | 1; readonly last: number },
): { missing: number; frequent: number } {
  // The line itself counts on either side.
  const counts = { missing: 0, frequent: 1 };
  for (let at = place + step; step < 0 ? at >= last : at <= last; at += step) {
    if (standing[at] === present) break;
    if (standing[at] === missing) counts.missing += 1;
    else counts.frequent += 1;
  }
  return counts;
}

/** A power of two near the square root. */
export function roughRoot(value: number): number {
  let root = 1;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 4)) root *= 2;
  return root;
}
