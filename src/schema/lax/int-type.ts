import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import {
  accepted,
  type Checked,
  exact,
  lax,
  type LaxType,
  refused,
  type Refused,
} from "./lax-type.ts";
import { brokenBound, isBounded, type NumberBounds } from "./number-bounds.ts";

const maxDigits = 4300;

/** `int`: also whole floats, booleans, and text that says a whole number. */
export function intType(bounds: NumberBounds): LaxType {
  return {
    name: isBounded(bounds) ? "constrained-int" : "int",
    check(input) {
      const checked = toInt(input);
      if (!checked.ok) return checked;
      return brokenBound(BigInt(checked.value), bounds, input) ?? checked;
    },
  };
}

function toInt(input: PyValue): Checked<number | bigint> {
  if (typeof input === "number" || typeof input === "bigint") return accepted(input, exact);
  if (typeof input === "boolean") return accepted(Number(input), lax);
  if (input instanceof PyFloat) return fromFloat(input);
  if (typeof input === "string") return fromText(input);
  return refused("int_type", "Input should be a valid integer", input);
}

function fromFloat(input: PyFloat): Checked<number | bigint> {
  const { value } = input;
  if (!Number.isFinite(value)) {
    return refused("finite_number", "Input should be a finite number", input);
  }
  if (!Number.isInteger(value)) {
    const message = "Input should be a valid integer, got a number with a fractional part";
    return refused("int_from_float", message, input);
  }
  // Pydantic converts no float beyond what 64 bits hold.
  if (Math.abs(value) >= 2 ** 63) return tooLarge(input);
  return accepted(shortest(BigInt(value)), lax);
}

function fromText(input: string): Checked<number | bigint> {
  const text = trim(input);
  if (!/^[-+]?[0-9](?:_?[0-9])*(?:\.0+)?$/.test(text)) {
    const message = "Input should be a valid integer, unable to parse string as an integer";
    return refused("int_parsing", message, input);
  }
  const digits = text.replace(/\.0+$/, "").replaceAll("_", "");
  if (digits.length > maxDigits) return tooLarge(input);
  const magnitude = BigInt(digits.replace(/^[-+]/, ""));
  return accepted(shortest(digits.startsWith("-") ? -magnitude : magnitude), lax);
}

/** The error for a number that pydantic does not even try to convert. */
export function tooLarge(input: PyValue): Refused {
  const message = "Unable to parse input string as an integer, exceeded maximum size";
  return refused("int_parsing_size", message, input);
}

function shortest(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** Rust's idea of white space, which leaves the byte order mark alone. */
export function trim(text: string): string {
  return text.replace(/^[\s\u0085]+/u, "").replace(/[\s\u0085]+$/u, "");
}
