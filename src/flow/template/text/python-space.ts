/** What Python's `str.isspace` and `\s` accept, as the inside of a character class. */
export const pythonSpace: string =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** What ends a line for Python's `str.splitlines()`, as the inside of a character class. */
export const pythonLineEnd: string = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";

const lineEnd = new RegExp(`\\r\\n|[${pythonLineEnd}]`);
const space = new RegExp(`[${pythonSpace}]`);
const spaces = new RegExp(`[${pythonSpace}]+`);

/** Python's `str.isspace` of one character. */
export function isPythonSpace(char: string): boolean {
  return space.test(char);
}

/** Where the trailing white space of a text begins. A regular expression would look at every gap. */
export function trailingSpaceStart(text: string): number {
  let end = text.length;
  while (end > 0 && isPythonSpace(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Where the space that a text begins with ends. */
export function leadingSpaceEnd(text: string): number {
  let start = 0;
  while (start < text.length && isPythonSpace(text.charAt(start))) start += 1;
  return start;
}

/** Python's `str.strip()`. */
export function stripPythonSpace(text: string): string {
  return text.slice(
    leadingSpaceEnd(text),
    Math.max(leadingSpaceEnd(text), trailingSpaceStart(text)),
  );
}

/** The words between white space: Python's `str.split()`. */
export function splitPythonSpace(text: string): readonly string[] {
  return text.split(spaces).filter((word) => word !== "");
}

/** Python's `str.splitlines()`: without the line ends. */
export function splitPythonLines(text: string): readonly string[] {
  const lines = text.split(lineEnd);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
