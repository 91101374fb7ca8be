import { PyFloat } from "../../../core/python/py-float.ts";
import { asciiDigits } from "../text/ascii-digits.ts";
import { maxIntDigits, toInt } from "../values/int-text.ts";
import type { Value } from "../values/value.ts";
import { SourceError } from "./source-error.ts";

// A float does not begin behind a point, so that `a.1.2` are two look-ups.
const float =
  /(?<!\.)(?:\p{Nd}+_)*\p{Nd}+(?:(?:\.(?:\p{Nd}+_)*\p{Nd}+)?e[-+]?(?:\p{Nd}+_)*\p{Nd}+|\.(?:\p{Nd}+_)*\p{Nd}+)/iuy;
const integer = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[0-9a-f])+|[1-9](?:_?\p{Nd})*|0(?:_?0)*/iuy;

/** A number in a template and where it ends. */
export interface NumberLiteral {
  readonly type: "float" | "integer";
  readonly value: Value;
  readonly end: number;
}

/** The number that begins at `start`, if one does. */
export function readNumberLiteral(source: string, start: number): NumberLiteral | undefined {
  float.lastIndex = start;
  const [floatText] = float.exec(source) ?? [];
  if (floatText !== undefined) {
    // What matches and is no number has digits that Python's own parser would refuse.
    const number = Number(floatText.replaceAll("_", ""));
    if (Number.isNaN(number))
      throw new SourceError("SyntaxError", "invalid character in number", start);
    const value = new PyFloat(number);
    return { type: "float", value, end: start + floatText.length };
  }
  integer.lastIndex = start;
  const [text] = integer.exec(source) ?? [];
  if (text === undefined) return undefined;
  const digits = text.replaceAll("_", "");
  if (digits.length > maxIntDigits && /^[1-9]/.test(digits)) {
    const message = `Exceeds the limit (${maxIntDigits} digits) for integer string conversion`;
    throw new SourceError("ValueError", message, start);
  }
  return { type: "integer", value: toInt(BigInt(asciiDigits(digits))), end: start + text.length };
}
