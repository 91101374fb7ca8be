/** What Python's `\s` matches in a text, for use inside a character class. JavaScript's differs a little. */
export const pySpace =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const space = new RegExp(`[${pySpace}]`);

export function isSpace(character: string): boolean {
  return space.test(character);
}

/** Where the white space that ends at `end` begins, looking back no further than `from`. */
export function spaceStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isSpace(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the white space that begins at `start` ends. */
export function spaceEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isSpace(text.charAt(end))) end += 1;
  return end;
}
