import type { Budget } from "../runtime/budget.ts";
import { isText, plain } from "./kinds.ts";
import { reprOf } from "./repr.ts";
import { undefinedText } from "./undefined.ts";
import { Markup, NativeObject, type Text, Undefined, type Value } from "./value.ts";

/** Python's `str(value)`. */
export function textOf(value: Value, budget: Budget): string {
  if (isText(value)) return plain(value);
  if (value instanceof Undefined) return undefinedText(value, budget);
  return value instanceof NativeObject ? value.text : reprOf(value, budget);
}

/** `str(value)`, but what is marked as safe stays marked. */
export function softText(value: Value, budget: Budget): Text {
  return value instanceof Markup ? value : textOf(value, budget);
}
