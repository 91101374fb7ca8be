import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { asciiDigits } from "../text/ascii-digits.ts";
import { stripPythonSpace } from "../text/python-space.ts";
import { isNumeric, isText, plain } from "./kinds.ts";
import { toDouble } from "./numbers.ts";
import { reprOf } from "./repr.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Undefined, type Value } from "./value.ts";

const decimal =
  /^[-+]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:e[-+]?[0-9](?:_?[0-9])*)?$/i;

/** Python's `float(value)`. */
export function toPyFloat(value: Value, budget: Budget): number {
  if (isNumeric(value)) return toDouble(value);
  if (value instanceof Undefined) failUndefined(value, budget);
  if (!isText(value)) {
    const name = typeNameOf(value);
    raise("TypeError", `float() argument must be a string or a real number, not '${name}'`);
  }
  budget.scan(plain(value).length);
  const text = asciiDigits(stripPythonSpace(plain(value)));
  if (decimal.test(text)) return Number(text.replaceAll("_", ""));
  if (/^[-+]?inf(?:inity)?$/i.test(text)) {
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (/^[-+]?nan$/i.test(text)) return Number.NaN;
  return raise("ValueError", `could not convert string to float: ${reprOf(value, budget)}`);
}
