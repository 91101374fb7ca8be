import type { PatternContext } from "./pattern-context.ts";
import { PatternError } from "./pattern-error.ts";
import { readCharacter } from "./read-escape.ts";

const controls: Readonly<Record<string, number>> = {
  "\\": 92,
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

/** Reads a class of characters behind its opening bracket. */
export function readClass(reader: PatternContext): void {
  const { source } = reader;
  source.takeIf("^");
  let isFirst = true;
  // Rust takes a bracket in a class for a class in it.
  let holdsBracket = false;
  while (isFirst || source.peek() !== "]") {
    if (source.isAtEnd) throw new PatternError("its [ is not closed");
    holdsBracket ||= source.peek() === "[";
    isFirst = false;
    const low = member(reader);
    if (source.peek() !== "-" || source.peek(1) === "]" || source.peek(1) === "") continue;
    source.take();
    const high = member(reader);
    if (low === undefined || high === undefined || high < low) {
      throw new PatternError("a range in its brackets does not go upwards");
    }
  }
  source.take();
  // What follows may close them, with another meaning.
  if (holdsBracket && !source.holds("]")) reader.lacks("a [ in brackets");
}

/** A character's code; undefined for a set of several. */
function member(reader: PatternContext): number | undefined {
  const { source } = reader;
  const letter = source.take();
  if (letter === "") throw new PatternError("its [ is not closed");
  if (letter !== "\\") return letter.codePointAt(0);
  const escaped = source.take();
  if (escaped === "") throw new PatternError("its [ is not closed");
  if (/[dDsSwW]/.test(escaped)) return undefined;
  if (escaped === "b") reader.lacks("a backspace");
  if (Object.hasOwn(controls, escaped)) return controls[escaped];
  if (/[1-7]/.test(escaped)) {
    const digits = escaped + source.takeWhile(/[0-7]/, 2);
    if (Number.parseInt(digits, 8) > 0o377) throw new PatternError(`it has the escape \\${digits}`);
    reader.lacks("a character in octal");
    return Number.parseInt(digits, 8);
  }
  return readCharacter(reader, escaped);
}
