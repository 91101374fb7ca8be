/** A stretch of a text; with a mark, it is what somebody quoted. */
export interface Stretch {
  readonly text: string;
  readonly mark?: string;
}

/** A quotation, and what it is evidence for. */
export interface Quotation {
  readonly quote: string;
  readonly mark: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Quotations beyond this many are not looked for: each costs a pass over the text. */
const maxQuotations = 50;

/**
 * A text in stretches, those marked that are quoted, as a judge quotes: case, white space and marks of
 * Markdown do not count, an ellipsis stands for words left out. What two quote is marked for the first.
 */
export function markEvidence(text: string, quotations: readonly Quotation[]): readonly Stretch[] {
  if (quotations.length === 0) return [{ text }];
  const folded = foldedText(text);
  const spans = quotations
    .slice(0, maxQuotations)
    .flatMap(({ quote, mark }) => partsOf(quote).flatMap((part) => spanOf(part, mark, folded)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, mark } of spans) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    if (from > at) stretches.push({ text: text.slice(at, from) });
    stretches.push({ text: text.slice(from, end), mark });
    at = end;
  }
  if (at < text.length || stretches.length === 0) stretches.push({ text: text.slice(at) });
  return stretches;
}

/** A text without what does not count, and where each of its characters comes from. */
interface FoldedText {
  readonly text: string;
  /** Where that begins in the whole, by unit. */
  readonly starts: readonly number[];
  /** And where it ends. */
  readonly ends: readonly number[];
}

const ignored = /^[*_`~#>|\\\p{Cf}]$/u;
const space = /^[\s\p{Cc}]$/u;
const singleQuote = /^[‘’‚′]$/u;
const doubleQuote = /^[“”„″]$/u;

function foldedText(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    if (ignored.test(character)) continue;
    const isSpace = space.test(character);
    if (isSpace && (folded === "" || folded.endsWith(" "))) continue;
    const plain = isSpace ? " " : foldedCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(start);
      ends.push(at);
    }
    folded += plain;
  }
  return { text: folded, starts, ends };
}

function foldedCharacter(character: string): string {
  if (singleQuote.test(character)) return "'";
  if (doubleQuote.test(character)) return '"';
  return character.normalize("NFKC").toLowerCase();
}

const ellipsis = /…|\.{3,}/u;
const outerQuotes = /^\s*["'“”‘’]([^]*)["'“”‘’]\s*$/u;

function partsOf(quote: string): readonly string[] {
  const bare = outerQuotes.exec(quote)?.[1] ?? quote;
  return bare
    .split(ellipsis)
    .map((part) => foldedText(part).text.trim())
    .filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part));
}

function spanOf(part: string, mark: string, { text, starts, ends }: FoldedText): readonly Span[] {
  for (let found = text.indexOf(part); found >= 0; found = text.indexOf(part, found + 1)) {
    const end = found + part.length;
    if (isWord(text.slice(found - 1, found), part) || isWord(part.slice(-1), text.slice(end)))
      continue;
    const start = starts[found];
    const after = ends[end - 1];
    if (start !== undefined && after !== undefined) return [{ start, end: after, mark }];
  }
  return [];
}

/** Whether a word or a number goes on from one text into the next: 4 is no quotation of 42. */
function isWord(left: string, right: string): boolean {
  return /[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right);
}
