/** Of scripts without spaces a word may go on right behind a mark. */
const inWord =
  "[[\\p{L}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}]]";
/** `**bold**`, not `2**3**4`. Underscores stay: they are as often part of a name. */
const emphasis = new RegExp(
  `(?<!${inWord}|[*\\\\])(\\*{1,3})(?=[^\\s*])([^*]*[^\\s*])\\1(?!${inWord}|\\*)`,
  "gv",
);
const link = /!?\[([^[\]]*)\]\(([^()]*)\)/gu;
const autolink = /<((?:https?|mailto):[^\s<>]*)>/gu;

/** A text without bold and italics, its links as words with the address behind. */
export function withoutInlineMarks(text: string): string {
  return text
    .replaceAll(emphasis, "$2")
    .replaceAll(link, (_, words: string, address: string) => `${words} (${address})`)
    .replaceAll(autolink, "$1");
}
