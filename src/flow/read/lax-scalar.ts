import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { PyDate } from "../../yaml/index.ts";

const flags: ReadonlyMap<string, boolean> = new Map([
  ...["true", "t", "yes", "y", "on", "1"].map((text) => [text, true] as const),
  ...["false", "f", "no", "n", "off", "0"].map((text) => [text, false] as const),
]);

/** A boolean as the service's models read one: also 0, 1 and the usual words. */
export function laxBoolean(value: PyValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return flags.get(value.toLowerCase());
  const number = laxNumber(value);
  if (number === 0) return false;
  return number === 1 ? true : undefined;
}

/** A whole number as the service's models read one: also `3.0`, `true` and `" 5 "`. */
export function laxInteger(value: PyValue): number | undefined {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return value;
  if (value instanceof PyFloat) return Number.isInteger(value.value) ? value.value : undefined;
  if (typeof value !== "string") return undefined;
  return /^\s*[+-]?\d+(?:_\d+)*(?:\.0+)?\s*$/.test(value)
    ? Number(value.replaceAll("_", ""))
    : undefined;
}

/** A number as the service's models read one: also numeric text. */
export function laxNumber(value: PyValue): number | undefined {
  if (value instanceof PyDate) return undefined;
  if (value instanceof PyFloat) return value.value;
  const whole = laxInteger(value);
  if (whole !== undefined || typeof value !== "string") return whole;
  const digits = value.trim().replaceAll("_", "").toLowerCase();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits)) return Number(digits);
  const named = /^([+-]?)(inf|infinity|nan)$/.exec(digits);
  if (named === null) return undefined;
  return named[2] === "nan" ? Number.NaN : Number(`${named[1] ?? ""}Infinity`);
}
