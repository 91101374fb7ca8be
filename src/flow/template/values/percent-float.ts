import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { toFixedText, toScientific } from "../text/decimal.ts";
import { isNumeric } from "./kinds.ts";
import type { NumberText } from "./number-text.ts";
import { toDouble } from "./numbers.ts";
import { toPyFloat } from "./to-float.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Undefined, type Value } from "./value.ts";

/** One conversion to a float. */
export interface FloatConversion {
  readonly value: Value;
  readonly conversion: "e" | "E" | "f" | "F" | "g" | "G";
  readonly flags: string;
  readonly precision: number | undefined;
  readonly safe: boolean;
  readonly budget: Budget;
}

/** The text of `%f` and its like. */
export function floatNumber(request: FloatConversion): NumberText {
  const { conversion, flags, precision = 6 } = request;
  const text = floatText(wantFloat(request), {
    form: conversion.toLowerCase(),
    precision,
    alternate: flags.includes("#"),
  });
  const shown = conversion === conversion.toUpperCase() ? text.toUpperCase() : text;
  return shown.startsWith("-")
    ? { sign: "-", prefix: "", digits: shown.slice(1) }
    : { sign: "", prefix: "", digits: shown };
}

function wantFloat({ value, safe, budget }: FloatConversion): number {
  if (isNumeric(value)) return toDouble(value);
  if (value instanceof Undefined) failUndefined(value, budget);
  if (safe) return toPyFloat(value, budget);
  return raise("TypeError", `must be real number, not ${typeNameOf(value)}`);
}

interface FloatForm {
  readonly form: string;
  readonly precision: number;
  readonly alternate: boolean;
}

function floatText(value: number, { form, precision, alternate }: FloatForm): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (form === "f")
    return toFixedText(value, precision) + (alternate && precision === 0 ? "." : "");
  if (form === "e") return exponentText(value, precision, alternate);
  return generalText(value, precision, alternate);
}

function exponentText(value: number, precision: number, alternate: boolean): string {
  const { sign, digits, exponent } = toScientific(value, precision + 1);
  const point = precision > 0 || alternate ? "." : "";
  return `${sign}${digits.charAt(0)}${point}${digits.slice(1)}${exponentPart(exponent)}`;
}

/** `%g`: as many significant digits, in the shorter of the two forms, without idle zeros. */
function generalText(value: number, precision: number, alternate: boolean): string {
  const count = Math.max(1, precision);
  const { sign, digits, exponent } = toScientific(value, count);
  const scientific = exponent < -4 || exponent >= count;
  const mantissa = scientific ? placePoint(digits, 0) : placePoint(digits, exponent);
  const short = alternate ? mantissa : mantissa.replace(/\.?0*$/, "");
  const shown = mantissa.includes(".") ? short : mantissa;
  return sign + shown + (scientific ? exponentPart(exponent) : "");
}

/** Digits with the point after the one whose power of ten is zero. */
function placePoint(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

function exponentPart(exponent: number): string {
  return `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
