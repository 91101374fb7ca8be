import { raise } from "../python-exception.ts";
import { codePointsOf } from "./code-points.ts";
import { isPythonSpace } from "./python-space.ts";

/** How a line is cut. */
export interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

// What Python's textwrap cuts a line at: ASCII white space, hyphens between letters, and dashes.
const space = "[\\t\\n\\v\\f\\r ]";
const notSpace = "[^\\t\\n\\v\\f\\r ]";
const word = "[\\p{L}\\p{N}_]";
const wordMark = "[\\p{L}\\p{N}_!\"'&.,?]";
const letter = "[\\p{L}\\p{Nl}\\p{No}_]";

const spaces = new RegExp(`(${space}+)`, "u");
const pieces = new RegExp(
  `(${space}+|(?<=${wordMark})-{2,}(?=${word})|${notSpace}+?(?:` +
    `-(?:(?<=${letter}{2}-)|(?<=${letter}-${wordMark}-))(?=${letter}-?${letter})` +
    `|(?=${space}|$)|(?<=${wordMark})(?=-{2,}${word})))`,
  "u",
);

/** Python's `textwrap.wrap` of one line: the lines it becomes, none for one of white space alone. */
export function wrapLine(line: string, options: WrapOptions): readonly string[] {
  const pattern = options.breakOnHyphens ? pieces : spaces;
  const chunks = line
    .split(pattern)
    .filter((chunk) => chunk !== "")
    .map((chunk): Chunk => ({ chars: codePointsOf(chunk), start: 0 }))
    .toReversed();
  const lines: string[] = [];
  while (chunks.length > 0) {
    const taken = takeLine(chunks, options, lines.length > 0);
    if (taken !== "") lines.push(taken);
  }
  return lines;
}

/** A piece of the line, of which the beginning may be gone already. */
interface Chunk {
  readonly chars: readonly string[];
  start: number;
}

/** Takes as many chunks as fit from the end of the list, without white space at the line's ends. */
function takeLine(chunks: Chunk[], options: WrapOptions, dropsSpace: boolean): string {
  if (dropsSpace && isSpace(chunks.at(-1))) chunks.pop();
  const line: (readonly string[])[] = [];
  let length = 0;
  for (let chunk = chunks.at(-1); chunk !== undefined; chunk = chunks.at(-1)) {
    const rest = chunk.chars.length - chunk.start;
    if (length + rest > options.width) break;
    line.push(restOf(chunk));
    length += rest;
    chunks.pop();
  }
  const next = chunks.at(-1);
  if (next !== undefined && next.chars.length - next.start > options.width) {
    line.push(
      ...breakWord(chunks, line.length === 0, { ...options, width: options.width - length }),
    );
  }
  if (line.at(-1)?.every(isPythonSpace) === true) line.pop();
  return line.flat().join("");
}

/** A word that fits on no line is cut, at a hyphen if there is one, or else gets a line of its own. */
function breakWord(
  chunks: Chunk[],
  atLineStart: boolean,
  { width, breakLongWords, breakOnHyphens }: WrapOptions,
): readonly (readonly string[])[] {
  const chunk = chunks.at(-1);
  if (chunk === undefined) return [];
  if (!breakLongWords) {
    if (!atLineStart) return [];
    chunks.pop();
    return [restOf(chunk)];
  }
  if (!Number.isInteger(width)) raise("TypeError", "slice indices must be integers");
  const room = chunk.chars.slice(chunk.start, chunk.start + width);
  const hyphen = breakOnHyphens ? room.lastIndexOf("-") : -1;
  const atHyphen = hyphen > 0 && room.slice(0, hyphen).some((char) => char !== "-");
  const head = atHyphen ? room.slice(0, hyphen + 1) : room;
  chunk.start += head.length;
  return [head];
}

function restOf(chunk: Chunk): readonly string[] {
  return chunk.start === 0 ? chunk.chars : chunk.chars.slice(chunk.start);
}

/** Looks no further than to the first character that is none. */
function isSpace(chunk: Chunk | undefined): boolean {
  if (chunk === undefined) return false;
  const { chars } = chunk;
  let at = chunk.start;
  while (at < chars.length && isPythonSpace(chars[at] ?? "")) at += 1;
  return at === chars.length;
}
