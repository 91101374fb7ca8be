const wordAtStart = /^[\p{L}\p{N}\p{M}_]/u;
const wordAtEnd = /[\p{L}\p{N}\p{M}_]$/u;
const digitAtStart = /^\p{N}/u;
const digitAtEnd = /\p{N}$/u;
const fractionAtStart = /^[.,]\p{N}/u;
const fractionAtEnd = /\p{N}[.,]$/u;
/** Two code points on each side are all that matters. */
const reach = 4;

/**
 * Whether a text has a word that stands by itself: no letter or digit right beside it, and a number not
 * as a part of another (`42` is not in `1,042`, `42.5` or `142`, but it is in `42.`).
 */
export function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const before = text.slice(Math.max(0, at - reach), at);
    const after = text.slice(end, end + reach);
    if (!continuesBefore(word, before) && !continuesAfter(word, after)) return true;
  }
  return false;
}

function continuesBefore(word: string, before: string): boolean {
  if (wordAtEnd.test(before)) return wordAtStart.test(word);
  return fractionAtEnd.test(before) && digitAtStart.test(word);
}

function continuesAfter(word: string, after: string): boolean {
  if (wordAtStart.test(after)) return wordAtEnd.test(word);
  return fractionAtStart.test(after) && digitAtEnd.test(word);
}
