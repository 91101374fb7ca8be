import { changesOf, compareLines, type LineChange } from "./line-changes.ts";
import type { LinePair, SideLines } from "./line-table.ts";

const maxHeading = 80;

/** The hunks of the difference between two texts, as git writes them; empty where they are equal. */
export function hunkText(before: string, after: string, context = 3): string {
  const pair = compareLines(before, after);
  const groups = grouped(changesOf(pair), context);
  let heading = "";
  let searched = 0;
  let text = "";
  for (const changes of groups) {
    const range = rangeOf(changes, pair, context);
    heading = headingAbove(pair.before, range.before.start, searched) ?? heading;
    searched = range.before.start;
    text += hunk(pair, changes, { ...range, heading });
  }
  return text;
}

/** Changes that are so near to each other that their surroundings meet share a hunk. */
function grouped(changes: readonly LineChange[], context: number): readonly LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last !== undefined && change.before.start - last.before.end <= 2 * context) {
      group?.push(change);
    } else groups.push([change]);
  }
  return groups;
}

interface Range {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

function rangeOf(changes: readonly LineChange[], pair: LinePair, context: number): Range {
  const around = (side: "after" | "before"): { start: number; end: number } => ({
    start: Math.max(0, (changes[0]?.[side].start ?? 0) - context),
    end: Math.min(pair[side].lines.length, (changes.at(-1)?.[side].end ?? 0) + context),
  });
  return { before: around("before"), after: around("after") };
}

/** The nearest line above that begins with a letter, as a function's does. */
function headingAbove({ lines }: SideLines, from: number, to: number): string | undefined {
  for (let at = from - 1; at >= to; at -= 1) {
    const line = lines[at] ?? "";
    if (/^[A-Za-z_$]/.test(line)) return clipBytes(line).trimEnd();
  }
  return undefined;
}

function clipBytes(line: string): string {
  let bytes = 0;
  let clipped = "";
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (bytes > maxHeading) return clipped;
    clipped += char;
  }
  return clipped;
}

function hunk(
  { before, after }: LinePair,
  changes: readonly LineChange[],
  range: Range & { readonly heading: string },
): string {
  const { heading } = range;
  let text = `@@ -${span(range.before)} +${span(range.after)} @@${heading === "" ? "" : ` ${heading}`}\n`;
  let at = range.before.start;
  for (const change of changes) {
    text += shown(" ", before.lines.slice(at, change.before.start));
    text += shown("-", before.lines.slice(change.before.start, change.before.end));
    text += shown("+", after.lines.slice(change.after.start, change.after.end));
    at = change.before.end;
  }
  return text + shown(" ", before.lines.slice(at, range.before.end));
}

/** 1-based; where there is no line, the one before it. */
function span({ start, end }: { readonly start: number; readonly end: number }): string {
  const count = end - start;
  const first = count === 0 ? start : start + 1;
  return count === 1 ? String(first) : `${first},${count}`;
}

function shown(mark: string, lines: readonly string[]): string {
  return lines
    .map((line) => {
      return line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
    })
    .join("");
}
