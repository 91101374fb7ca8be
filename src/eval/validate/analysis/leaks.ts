import { foldWhitespace } from "../../../core/text/fold-whitespace.ts";
import { hasWord } from "../../check/find-word.ts";

/** Who is greeted answers in the same words. */
const greetings: ReadonlySet<string> = new Set(["hello", "hi", "hey", "welcome", "thanks"]);

/** Whether a text that is expected stands in one that the model reads, and says anything. */
export function standsIn(expected: string, read: string): boolean {
  if (greetings.has(expected.trim().toLowerCase())) return false;
  return hasWord(foldWhitespace(read), foldWhitespace(expected).trim());
}

/**
 * Whether an expected text says so much that nobody writes it into a prompt by chance: a number of two
 * digits or more, or several words.
 */
export function isTelling(expected: string): boolean {
  const text = foldWhitespace(expected).trim();
  return /^[\d.,]*\d[\d.,]*\d[\d.,]*$/u.test(text) || (text.includes(" ") && text.length >= 12);
}
