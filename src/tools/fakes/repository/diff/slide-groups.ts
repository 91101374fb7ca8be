import type { SideLines } from "./line-table.ts";
import { addScores, compareScores, scoreSplit, type SplitScore } from "./split-score.ts";

/** Changed lines without a gap, of a side; the end is exclusive. Where nothing is changed, it is empty. */
interface Group {
  readonly side: SideLines;
  start: number;
  end: number;
}

const maxSlide = 100;

/**
 * Moves groups of changed lines up or down between equal lines, and joins those that meet: to where the
 * other side changes too, else to where people would cut the text.
 */
export function slideGroups(side: SideLines, other: SideLines): void {
  const group = firstGroup(side);
  const beside = firstGroup(other);
  do {
    if (group.end > group.start) slide(group, beside);
    toNext(beside);
  } while (toNext(group));
}

function slide(group: Group, beside: Group): void {
  let size: number;
  let highest: number;
  let matching: number | undefined;
  do {
    size = group.end - group.start;
    while (slideUp(group)) toPrevious(beside);
    highest = group.end;
    matching = isEmpty(beside) ? undefined : group.end;
    while (slideDown(group)) {
      toNext(beside);
      if (!isEmpty(beside)) matching = group.end;
    }
  } while (size !== group.end - group.start);
  if (group.end === highest) return;
  if (matching === undefined) {
    const best = bestEnd(group, { size, highest });
    while (group.end > best && slideUp(group)) toPrevious(beside);
  } else while (isEmpty(beside) && slideUp(group)) toPrevious(beside);
}

function bestEnd(
  { side, end }: Group,
  { size, highest }: { readonly size: number; readonly highest: number },
): number {
  let best: { end: number; score: SplitScore } | undefined;
  for (let place = Math.max(highest, end - size - 1, end - maxSlide); place <= end; place += 1) {
    const score = addScores(scoreSplit(side, place), scoreSplit(side, place - size));
    if (best === undefined || compareScores(score, best.score) <= 0) best = { end: place, score };
  }
  return best?.end ?? end;
}

function isEmpty({ start, end }: Group): boolean {
  return start === end;
}

function firstGroup(side: SideLines): Group {
  const group = { side, start: 0, end: 0 };
  takeBelow(group);
  return group;
}

function takeBelow(group: Group): void {
  while (group.side.changed[group.end] === true) group.end += 1;
}

function takeAbove(group: Group): void {
  while (group.side.changed[group.start - 1] === true) group.start -= 1;
}

function toNext(group: Group): boolean {
  if (group.end === group.side.lines.length) return false;
  group.start = group.end + 1;
  group.end = group.start;
  takeBelow(group);
  return true;
}

function toPrevious(group: Group): void {
  group.end = group.start - 1;
  group.start = group.end;
  takeAbove(group);
}

function slideDown(group: Group): boolean {
  const { ids, changed } = group.side;
  if (group.end >= ids.length || ids[group.start] !== ids[group.end]) return false;
  changed[group.start] = false;
  changed[group.end] = true;
  group.start += 1;
  group.end += 1;
  takeBelow(group);
  return true;
}

function slideUp(group: Group): boolean {
  const { ids, changed } = group.side;
  if (group.start === 0 || ids[group.start - 1] !== ids[group.end - 1]) return false;
  group.start -= 1;
  group.end -= 1;
  changed[group.start] = true;
  changed[group.end] = false;
  takeAbove(group);
  return true;
}
