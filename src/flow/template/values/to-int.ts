import { PyFloat } from "../../../core/python/py-float.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { asciiDigits } from "../text/ascii-digits.ts";
import { stripPythonSpace } from "../text/python-space.ts";
import { numberOf } from "./equals.ts";
import { maxIntDigits, toInt } from "./int-text.ts";
import { type Int, isIndex, isText, plain } from "./kinds.ts";
import { truncate } from "./numbers.ts";
import { reprOf } from "./repr.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Undefined, type Value } from "./value.ts";

/** How a text is read as a whole number. */
export interface IntOptions {
  /** For strings: 2 to 36, or 0 to read the base from the prefix. */
  readonly base: Int;
  readonly budget: Budget;
}

/** Python's `int(value)`, and `int(value, base)` for a string. */
export function toPyInt(value: Value, options: IntOptions): Int {
  if (isIndex(value)) return numberOf(value);
  if (value instanceof PyFloat) return truncate(value.value);
  if (isText(value)) return parsePyInt(plain(value), options);
  if (value instanceof Undefined) failUndefined(value, options.budget);
  const name = typeNameOf(value);
  return raise(
    "TypeError",
    `int() argument must be a string, a bytes-like object or a real number, not '${name}'`,
  );
}

const prefixes: Readonly<Record<string, number>> = { "0b": 2, "0o": 8, "0x": 16 };

function parsePyInt(text: string, { base, budget }: IntOptions): Int {
  if (base !== 0 && (base < 2 || base > 36)) {
    raise("ValueError", "int() base must be >= 2 and <= 36, or 0");
  }
  budget.scan(text.length);
  const invalid = (): never =>
    raise("ValueError", `invalid literal for int() with base ${base}: ${reprOf(text, budget)}`);
  const stripped = asciiDigits(stripPythonSpace(text)).toLowerCase();
  const unsigned = /^[-+]/.test(stripped) ? stripped.slice(1) : stripped;
  const prefix = unsigned.slice(0, 2);
  const implied = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  const prefixed = implied !== undefined && (base === 0 || Number(base) === implied);
  const radix = prefixed ? implied : base === 0 ? 10 : Number(base);
  const body = prefixed ? unsigned.slice(2).replace(/^_/, "") : unsigned;
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/.test(body)) return invalid();
  const digits = body.replaceAll("_", "");
  // Without a base a leading zero is refused, as in Python source.
  if (base === 0 && !prefixed && /^0+[1-9]/.test(digits)) return invalid();
  if (!inRadix(digits, radix)) return invalid();
  const magnitude = readDigits(digits, radix);
  return toInt(stripped.startsWith("-") ? -magnitude : magnitude);
}

function inRadix(digits: string, radix: number): boolean {
  return digits.split("").every((digit) => Number.parseInt(digit, 36) < radix);
}

/** Only the bases that are powers of two take time proportional to the digits; the rest are capped. */
function readDigits(digits: string, radix: number): bigint {
  if (radix === 2) return BigInt(`0b${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 16) return BigInt(`0x${digits}`);
  const significant = digits.replace(/^0+(?=.)/, "");
  const power = (radix & (radix - 1)) === 0;
  if (significant.length > maxIntDigits && !power) {
    const count = `value has ${significant.length} digits`;
    raise(
      "ValueError",
      `Exceeds the limit (${maxIntDigits} digits) for integer string conversion: ${count}`,
    );
  }
  if (radix === 10) return BigInt(significant);
  const factor = BigInt(radix);
  let value = 0n;
  for (const digit of significant) value = value * factor + BigInt(Number.parseInt(digit, 36));
  return value;
}
