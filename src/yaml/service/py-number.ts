import { PyFloat } from "../../core/python/py-float.ts";

/** Python refuses longer decimal ints; for all numbers, it bounds the time they take. */
const maxDigits = 4300;

/** What PyYAML's int constructor makes of a text; undefined where it raises. */
export function pyInt(text: string): number | bigint | undefined {
  const [sign, digits] = signed(text.replaceAll("_", ""));
  const magnitude = digits.length <= maxDigits ? unsignedInt(digits) : undefined;
  if (magnitude === undefined) return undefined;
  const value = sign * magnitude;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function unsignedInt(digits: string): bigint | undefined {
  if (digits === "0") return 0n;
  if (digits.startsWith("0b")) return inBase(digits, /^0b[01]+$/);
  if (digits.startsWith("0x")) return inBase(digits, /^0x[0-9a-fA-F]+$/);
  if (digits.startsWith("0")) {
    return inBase(digits, /^0[oO][0-7]+$/) ?? inBase(`0o${digits}`, /^0o[0-7]+$/);
  }
  if (digits.includes(":")) return sexagesimalInt(digits.split(":"));
  return inBase(digits, /^[0-9]+$/);
}

function inBase(digits: string, pattern: RegExp): bigint | undefined {
  return pattern.test(digits) ? BigInt(digits) : undefined;
}

function sexagesimalInt(parts: readonly string[]): bigint | undefined {
  if (!parts.every((part) => /^[0-9]+$/.test(part))) return undefined;
  return parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

/** What PyYAML's float constructor makes of a text; undefined where it raises. */
export function pyFloat(text: string): PyFloat | undefined {
  const [sign, digits] = signed(text.replaceAll("_", "").toLowerCase());
  const magnitude = unsignedFloat(digits);
  return magnitude === undefined ? undefined : new PyFloat(Number(sign) * magnitude);
}

function unsignedFloat(digits: string): number | undefined {
  if (digits === ".inf" || digits === "inf" || digits === "infinity") return Infinity;
  if (digits === ".nan" || digits === "nan") return Number.NaN;
  if (digits.includes(":")) return sexagesimalFloat(digits.split(":"));
  return /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(digits)
    ? Number(digits)
    : undefined;
}

/** Summed from the last part on, as PyYAML does, so that the rounding is the same. */
function sexagesimalFloat(parts: readonly string[]): number | undefined {
  let sum = 0;
  let base = 1;
  for (const part of parts.toReversed()) {
    const digit = unsignedFloat(part);
    if (digit === undefined) return undefined;
    sum += digit * base;
    base *= 60;
  }
  return sum;
}

function signed(text: string): readonly [sign: bigint, digits: string] {
  const sign = text.startsWith("-") ? -1n : 1n;
  return [sign, /^[-+]/.test(text) ? text.slice(1) : text];
}
