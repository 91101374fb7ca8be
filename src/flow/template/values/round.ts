import { raise } from "../python-exception.ts";
import { toFixedText } from "../text/decimal.ts";
import { toInt } from "./int-text.ts";
import type { Int } from "./kinds.ts";
import { truncate } from "./numbers.ts";

/** Python's `round(float)`, which gives an int, and `round(float, places)`, which gives a float. */
export function roundFloat(value: number): Int;
export function roundFloat(value: number, places: number): number;
export function roundFloat(value: number, places?: number): Int {
  if (places === undefined) {
    return Number.isFinite(value) ? truncate(Number(toFixedText(value, 0))) : truncate(value);
  }
  // Beyond these a double has nothing left to round, and nothing left at all.
  if (!Number.isFinite(value) || places > 323) return value;
  if (places < -308) return value < 0 || Object.is(value, -0) ? -0 : 0;
  const rounded = Number(toFixedText(value, places));
  if (!Number.isFinite(rounded)) {
    raise("OverflowError", "rounded value too large to represent");
  }
  return rounded;
}

/** Python's `round(int, places)`: only negative places change anything. */
export function roundInt(value: bigint, places: number): Int {
  if (places >= 0) return toInt(value);
  const magnitude = value < 0n ? -value : value;
  if (-places > magnitude.toString().length) return 0;
  const unit = 10n ** BigInt(-places);
  const quotient = magnitude / unit;
  const twice = (magnitude % unit) * 2n;
  const up = twice > unit || (twice === unit && quotient % 2n === 1n);
  const rounded = (up ? quotient + 1n : quotient) * unit;
  return toInt(value < 0n ? -rounded : rounded);
}
