/** White space as JSON writes it: a model may quote a call with or without the escapes. */
const escapedSpace = /\\[nrt]/gu;
/** List marks at the start of a line, which a quotation on one line does not repeat. */
const bullets = /^[ \t]*[-+•][ \t]+/gmu;
/** Marks of Markdown that show nothing of their own, and the escape character. */
const marks = /[*_`~#>|\\]/gu;
const singleQuotes = /[‘’‚′]/gu;
const doubleQuotes = /[“”„″]/gu;
const ellipsis = /…|\.{3,}/u;
const outerQuotes = /^\s*(["'“”‘’])([^]*)["'“”‘’]\s*$/u;

/** A text as it is compared with a quotation: case, white space and Markdown marks do not count. */
export function foldForQuotes(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(escapedSpace, " ")
    .replaceAll(bullets, "")
    .replaceAll(marks, "")
    .replaceAll(singleQuotes, "'")
    .replaceAll(doubleQuotes, '"')
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
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

/** The first part of a quotation that none of the texts holds, or undefined where all of it is there. */
export function missingPart(quote: string, foldedTexts: readonly string[]): string | undefined {
  return quotedParts(quote).find((part) => !foldedTexts.some((text) => text.includes(part)));
}
