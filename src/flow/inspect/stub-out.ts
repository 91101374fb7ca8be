const rootKey = /^["']?[A-Za-z_]/;
const itemStart = /^( *)- /;
const documentMark = /^(?:---|\.\.\.)(?:\s|$)/;
const knownRootKey = /^\W*(?:version|environment|flow|components|routers|prompts)\b/;
const movedRootKey = /^\W{1,3}(?:flow|components|routers|prompts|response_schemas) *:/;
const nameKey = /^(\W*)name["']?\s*:/;

/** A part of a file that has been replaced by an empty one. */
export interface Stub {
  /** Lines on which the empty items, or the empty section, begin. */
  readonly lines: readonly number[];
  /** Whether a whole section may have been in it. */
  readonly holdsSection: boolean;
}

/**
 * Replaces the part around a line by an empty one on the same lines: the item of a list below a root
 * key, or all that stands below the key. Undefined where nothing is left to replace.
 */
export function stubOut(lines: string[], line: number): Stub | undefined {
  const at = Math.min(line, lines.length) - 1;
  const marks = lines.flatMap((text, index) => (index > 0 && documentMark.test(text) ? index : []));
  if (marks.some((mark) => mark <= at)) return withoutMarks(lines, marks);
  const section = lines.findLastIndex((text, index) => index <= at && rootKey.test(text));
  const next = lines.findIndex((text, index) => index > at && rootKey.test(text));
  const end = next < 0 ? lines.length : next;
  const indent = itemStart.exec(lines.slice(section + 1, end).find(isContent) ?? "")?.[1];
  if (section < 0 || at === section || indent === undefined) {
    return replace(lines, { from: Math.max(section, 0), to: end, indent: undefined });
  }
  const isItem = (text: string): boolean => text.startsWith(`${indent}- `);
  const from = lines.findLastIndex((text, index) => index <= at && isItem(text));
  const to = lines.findIndex((text, index) => index > at && index < end && isItem(text));
  const after = to < 0 ? end : to;
  // The items of a section that begins in here belong to it.
  const holdsMore = lines.slice(from, after).some((text) => movedRootKey.test(text));
  return replace(lines, { from, to: holdsMore ? end : after, indent });
}

/** What follows a mark belongs to the same flow, most likely, and more may stand elsewhere. */
function withoutMarks(lines: string[], marks: readonly number[]): Stub {
  for (const mark of marks) lines[mark] = "";
  return { lines: [], holdsSection: true };
}

function isContent(text: string): boolean {
  return text.trim() !== "" && !text.trimStart().startsWith("#");
}

interface Replacement {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Of items; undefined for a section. */
  readonly indent: string | undefined;
}

function replace(lines: string[], { from, to, indent }: Replacement): Stub | undefined {
  const lost = lines.slice(Math.max(from, 0), to);
  const stub = indent === undefined ? sectionStub(lost[0]) : `${indent}- {}`;
  if (from < 0 || lost.every((text, index) => text === "" || (index === 0 && text === stub))) {
    return undefined;
  }
  // A broken beginning of an item hides in the item before; each has a name.
  const begins = lost.map((text, index) => {
    const depth = nameKey.exec(text)?.[1]?.length ?? Infinity;
    return index === 0 || (indent !== undefined && depth <= indent.length + 4);
  });
  const named = begins.findIndex((isBeginning, index) => index > 0 && isBeginning);
  if (named > 0 && !nameKey.test(lost[0] ?? "")) begins[named] = false;
  const filled = begins.map((isBeginning) => (isBeginning ? stub : ""));
  lines.splice(from, filled.length, ...filled);
  return {
    lines: begins.flatMap((isBeginning, index) => (isBeginning ? [from + index + 1] : [])),
    holdsSection: indent === undefined || lost.some((text) => knownRootKey.test(text)),
  };
}

/** Without a flow nothing can be compared; an empty one will do for that. */
function sectionStub(first = ""): string {
  return /^["']?flow["']?\s*:/.test(first) ? "flow: {}" : "";
}
