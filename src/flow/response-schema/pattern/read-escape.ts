import type { PatternContext, PatternItem } from "./pattern-context.ts";
import { PatternError } from "./pattern-error.ts";

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads what follows a backslash outside of a class. */
export function readEscape(reader: PatternContext): PatternItem {
  const { source } = reader;
  const letter = source.take();
  if (letter === "") throw new PatternError("it ends in a backslash");
  if (letter === "A" || letter === "b" || letter === "B") return "position";
  if (letter === "Z") {
    reader.lacks(String.raw`\Z`);
    return "position";
  }
  if (/[1-9]/.test(letter)) readReference(reader, letter);
  else if (!/[dDsSwWafnrtv]/.test(letter)) readCharacter(reader, letter);
  return "item";
}

/** `\12` is a group, `\123` a character in octal. */
function readReference(reader: PatternContext, first: string): void {
  const { source } = reader;
  const digits = first + source.takeWhile(/[0-9]/, 1);
  if (/^[0-3]?[0-7]{2}$/.test(digits) && /[0-7]/.test(source.peek()) && digits.length === 2) {
    octal(reader, digits + source.take());
    return;
  }
  reader.groups.refer(digits);
  reader.lacks("a back-reference");
}

/** A character that is written by its number or name, or that stands for itself. */
export function readCharacter(reader: PatternContext, letter: string): number {
  const { source } = reader;
  if (letter === "0") return octal(reader, letter + source.takeWhile(/[0-7]/, 2));
  const length = Object.hasOwn(hexDigits, letter) ? hexDigits[letter] : undefined;
  if (length !== undefined) return hex(reader, letter, length);
  if (letter === "N" && source.takeIf("{")) {
    const name = source.takeUntil("}", "name of a character");
    if (!/^[A-Z][A-Z0-9 -]*$/.test(name)) throw new PatternError(`"${name}" is no character`);
    reader.lacks("a character by its name");
    return 0;
  }
  if (/[A-Za-z0-9]/.test(letter)) throw new PatternError(`it has the unknown escape \\${letter}`);
  if (letter.charCodeAt(0) > 127) reader.lacks("a backslash before a letter");
  return letter.codePointAt(0) ?? 0;
}

function octal(reader: PatternContext, digits: string): number {
  const code = Number.parseInt(digits, 8);
  if (code > 0o377) throw new PatternError(`it has the unknown escape \\${digits}`);
  reader.lacks("a character in octal");
  return code;
}

function hex(reader: PatternContext, letter: string, length: number): number {
  const digits = reader.source.takeWhile(/[0-9a-fA-F]/, length);
  const code = Number.parseInt(digits, 16);
  if (digits.length < length || code > 0x10_ff_ff) {
    throw new PatternError(`its escape \\${letter}${digits} needs ${length} digits`);
  }
  if (code >= 0xd8_00 && code <= 0xdf_ff) reader.lacks("half a character");
  return code;
}
