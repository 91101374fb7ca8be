import { PyFloat } from "../../../core/python/py-float.ts";
import { raise } from "../python-exception.ts";
import { numberOf } from "./equals.ts";
import { toInt } from "./int-text.ts";
import type { Int, Numeric } from "./kinds.ts";

/** Two numbers ready to calculate with: both ints, or both floats when one of them is. */
export type Operands =
  | { readonly kind: "int"; readonly left: bigint; readonly right: bigint }
  | { readonly kind: "float"; readonly left: number; readonly right: number };

/** Both numbers as ints, or both as floats where one of them is. */
export function operandsOf(left: Numeric, right: Numeric): Operands {
  if (left instanceof PyFloat || right instanceof PyFloat) {
    return { kind: "float", left: toDouble(left), right: toDouble(right) };
  }
  return { kind: "int", left: BigInt(numberOf(left)), right: BigInt(numberOf(right)) };
}

/** A number as a double; raises for an int that is too large for one. */
export function toDouble(value: Numeric): number {
  const double = Number(numberOf(value));
  if (!Number.isFinite(double) && !(value instanceof PyFloat)) {
    raise("OverflowError", "int too large to convert to float");
  }
  return double;
}

/** The whole part of a float as an int. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) raise("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) {
    raise("OverflowError", "cannot convert float infinity to integer");
  }
  return toInt(BigInt(Math.trunc(value)));
}

/** Division of ints that rounds towards minus infinity, as Python's does. */
export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** The remainder that goes with {@link floorDivide}: it has the sign of the divisor. */
export function floorModulo(left: bigint, right: bigint): bigint {
  const remainder = left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}

/** The quotient of two ints as the nearest double, however large they are. */
export function divideInts(left: bigint, right: bigint): number {
  const [a, b] = [Number(left), Number(right)];
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a / b;
  const negative = left < 0n !== right < 0n;
  const [dividend, divisor] = [left < 0n ? -left : left, right < 0n ? -right : right];
  // 66 bits and whether anything was cut off are enough for `Number` to round correctly.
  const shift = Math.max(0, 66 - (bitLength(dividend) - bitLength(divisor)));
  const scaled = dividend << BigInt(shift);
  const quotient = (scaled / divisor) | (scaled % divisor === 0n ? 0n : 1n);
  const result = Number(quotient) * 2 ** -shift;
  if (!Number.isFinite(result)) {
    raise("OverflowError", "integer division result too large for a float");
  }
  return negative ? -result : result;
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28;
}

/** Python would compute any power of ten; no number that a prompt shows needs more. */
const maxPowerOfTen = 400;

/** Ten to the power of an int: an int too, or a float below one. */
export function scaleByTen(exponent: Int | boolean): Int | PyFloat {
  const power = Number(numberOf(exponent));
  if (power > maxPowerOfTen) {
    raise("OverflowError", "integer division result too large for a float");
  }
  return power < 0 ? new PyFloat(10 ** power) : toInt(10n ** BigInt(power));
}
