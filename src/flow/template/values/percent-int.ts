import { PyFloat } from "../../../core/python/py-float.ts";
import { PythonException, raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { numberOf } from "./equals.ts";
import { intText } from "./int-text.ts";
import { type Int, isIndex } from "./kinds.ts";
import type { NumberText } from "./number-text.ts";
import { truncate } from "./numbers.ts";
import { toPyInt } from "./to-int.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Undefined, type Value } from "./value.ts";

/** One conversion to a whole number. */
export interface IntConversion {
  readonly value: Value;
  readonly conversion: "d" | "i" | "u" | "o" | "x" | "X";
  readonly flags: string;
  readonly precision: number | undefined;
  readonly safe: boolean;
  readonly budget: Budget;
}

/** The text of `%d` and its like. */
export function intNumber(request: IntConversion): NumberText {
  const { conversion, flags, precision = 0 } = request;
  const value = BigInt(
    conversion === "o" || /x/i.test(conversion) ? wantIndex(request) : wantInt(request),
  );
  const sign = value < 0n ? "-" : "";
  const magnitude = value < 0n ? -value : value;
  const digits = digitsOf(magnitude, conversion).padStart(precision, "0");
  const prefix = flags.includes("#") ? prefixOf(conversion) : "";
  return conversion === "X"
    ? { sign, prefix: prefix.toUpperCase(), digits: digits.toUpperCase() }
    : { sign, prefix, digits };
}

function digitsOf(magnitude: bigint, conversion: IntConversion["conversion"]): string {
  if (conversion === "o") return magnitude.toString(8);
  return conversion === "x" || conversion === "X" ? magnitude.toString(16) : intText(magnitude);
}

function prefixOf(conversion: IntConversion["conversion"]): string {
  if (conversion === "o") return "0o";
  return conversion === "x" || conversion === "X" ? "0x" : "";
}

/** In safe HTML every value is wrapped, which makes `%d` accept what `int()` accepts. */
function wantInt({ value, conversion, safe, budget }: IntConversion): Int {
  if (isIndex(value)) return numberOf(value);
  if (value instanceof PyFloat) return truncate(value.value);
  if (value instanceof Undefined) failUndefined(value, budget);
  const wrong = `%${conversion} format: a real number is required, not `;
  if (!safe) raise("TypeError", wrong + typeNameOf(value));
  try {
    return toPyInt(value, { base: 10, budget });
  } catch (error) {
    if (!(error instanceof PythonException) || error.type !== "TypeError") throw error;
    return raise("TypeError", `${wrong}_MarkupEscapeHelper`);
  }
}

function wantIndex({ value, conversion, safe }: IntConversion): Int {
  if (!safe && isIndex(value)) return numberOf(value);
  const name = safe ? "_MarkupEscapeHelper" : typeNameOf(value);
  return raise("TypeError", `%${conversion} format: an integer is required, not ${name}`);
}
