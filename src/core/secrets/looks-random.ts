import { entropy } from "./entropy.ts";
import { isPlaceholder } from "./placeholder.ts";

/** Names and words have less, keys of this length have more. */
const leastBits = 3;

/** Whether the characters of a value look like those of a key: not a reference, a stand-in or a pattern. */
export function looksRandom(value: string): boolean {
  return !isPlaceholder(value) && entropy(value) >= leastBits;
}

/** Whether a value that something names a secret is one: words in prose have no digits among letters. */
export function looksLikePassword(value: string): boolean {
  return looksRandom(value) && /[0-9]/.test(value) && /[A-Za-z]/.test(value);
}
