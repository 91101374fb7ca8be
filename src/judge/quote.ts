/** White space as JSON writes it: a model may quote a call with or without the escapes. */
const escapedSpace = /\\[nrt]/gu;
/** List marks at the start of a line, which a quotation on one line does not repeat. */
const bullets = /^[ \t]*[-+•][ \t]+/gmu;
/** Marks of Markdown that show nothing of their own, and the escape character. */
const marks = /[*_`~#>|\\]/gu;
/** What shows nothing at all: joiners, marks of direction, tags. */
const invisible = /\p{Cf}/gu;
const singleQuotes = /[‘’‚′]/gu;
const doubleQuotes = /[“”„″]/gu;
const ellipsis = /…|\.{3,}/u;
const outerQuotes = /^\s*(["'“”‘’])([^]*)["'“”‘’]\s*$/u;

/** A text as it is compared with a quotation: case, white space and Markdown marks do not count. */
export function foldForQuotes(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(invisible, "")
    .replaceAll(escapedSpace, " ")
    .replaceAll(bullets, "")
    .replaceAll(marks, "")
    .replaceAll(singleQuotes, "'")
    .replaceAll(doubleQuotes, '"')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** The stretches of a quotation between its ellipses, folded, without those that say nothing. */
export function quotedParts(quote: string): readonly string[] {
  // Models like to put a quotation in quotation marks; the text itself need not have them.
  const bare = outerQuotes.exec(quote)?.[2] ?? quote;
  return bare
    .split(ellipsis)
    .map((part) => foldForQuotes(part))
    .filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part));
}

/** Whether a folded text holds a folded passage in whole words and whole numbers: 4 is no quotation of 42. */
export function holdsPassage(text: string, passage: string): boolean {
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    const end = at + passage.length;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(end, end + 2);
    if (!isCut(before, passage.slice(0, 2)) && !isCut(passage.slice(-2), after)) return true;
  }
  return false;
}

/** Of scripts without spaces nobody can tell where a word ends, so that any place will do. */
const unspaced =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const wordEnds = new RegExp(`[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]$`, "v");
const wordBegins = new RegExp(`^[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]`, "v");

/** Whether a word or a number goes on from the end of one text into the next. */
function isCut(left: string, right: string): boolean {
  if (wordEnds.test(left) && wordBegins.test(right)) return true;
  const decimals = /\d[.,]$/u.test(left) && /^\d/u.test(right);
  return decimals || (/\d$/u.test(left) && /^[.,]\d/u.test(right));
}

/** How much a folded text says, in letters and digits; a sign for a whole syllable or word counts as three. */
export function weightOf(text: string): number {
  const all = text.match(/[\p{L}\p{N}\p{S}]/gu)?.length ?? 0;
  const dense =
    text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return all + 2 * dense;
}
