import type { SideLines } from "./line-table.ts";

/** How well a text can be cut before a line; less is better, indentation first. */
export interface SplitScore {
  readonly indent: number;
  readonly penalty: number;
}

const tabWidth = 8;
const maxIndent = 200;
const maxBlanks = 20;

/** Columns that a line is indented by; undefined for a blank one. */
function indentOf(line: string): number | undefined {
  let indent = 0;
  for (const char of line) {
    if (!" \t\n\v\f\r".includes(char)) return indent;
    if (char === " ") indent += 1;
    else if (char === "\t") indent += tabWidth - (indent % tabWidth);
    if (indent >= maxIndent) return maxIndent;
  }
  return undefined;
}

/** The indentation of the nearest line that is not blank, and how many blank ones stand before it. */
function look(
  { lines }: SideLines,
  from: number,
  step: -1 | 1,
): { readonly blanks: number; readonly indent: number | undefined } {
  let blanks = 0;
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    const indent = indentOf(lines[at] ?? "");
    if (indent !== undefined) return { blanks, indent };
    blanks += 1;
    if (blanks === maxBlanks) return { blanks, indent: 0 };
  }
  return { blanks, indent: undefined };
}

/**
 * Rates a cut before the line at `place`, with the weights of git's heuristic (Haggerty, `diff.indentHeuristic`):
 * changes are shown where people would say that they are.
 */
export function scoreSplit(side: SideLines, place: number): SplitScore {
  const isEnd = place >= side.lines.length;
  const own = isEnd ? undefined : indentOf(side.lines[place] ?? "");
  const above = look(side, place, -1);
  const below = look(side, place, 1);
  const blanksFrom = own === undefined ? 1 + below.blanks : 0;
  const blanks = above.blanks + blanksFrom;
  const indent = own ?? below.indent;
  let penalty = blanks * -30 + blanksFrom * 6;
  if (above.indent === undefined && above.blanks === 0) penalty += 1;
  if (isEnd) penalty += 21;
  if (indent !== undefined && above.indent !== undefined) {
    penalty += stepPenalty({ from: above.indent, to: indent, next: below.indent }, blanks > 0);
  }
  return { indent: indent ?? -1, penalty };
}

function stepPenalty(
  {
    from,
    to,
    next,
  }: { readonly from: number; readonly to: number; readonly next: number | undefined },
  hasBlanks: boolean,
): number {
  if (to === from) return 0;
  if (to > from) return hasBlanks ? 10 : -4;
  const opensBlock = next !== undefined && next > to;
  if (hasBlanks) return 17;
  return opensBlock ? 24 : 23;
}

/** Both cuts of a group of changed lines, as one. */
export function addScores(one: SplitScore, other: SplitScore): SplitScore {
  return { indent: one.indent + other.indent, penalty: one.penalty + other.penalty };
}

/** Negative where the first is the better one. */
export function compareScores(one: SplitScore, other: SplitScore): number {
  return 60 * Math.sign(one.indent - other.indent) + one.penalty - other.penalty;
}
