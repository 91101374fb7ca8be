import { raise } from "../python-exception.ts";
import type { Int } from "./kinds.ts";

/** Python writes no int with more digits, so that nobody can make it work for minutes. */
export const maxIntDigits = 4300;
const tooManyDigits = 10n ** BigInt(maxIntDigits);

/** The decimal digits of an int. */
export function intText(value: Int): string {
  if (typeof value === "number") return String(value);
  if (value >= tooManyDigits || value <= -tooManyDigits) {
    raise("ValueError", `Exceeds the limit (${maxIntDigits} digits) for integer string conversion`);
  }
  return value.toString();
}

/** An int in its one form: a number where that is exact, a bigint beyond. */
export function toInt(value: bigint): Int {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}
