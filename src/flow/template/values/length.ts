import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointLength } from "../text/code-points.ts";
import { dictSize } from "./dict.ts";
import { isDict, isSequence, isText, itemsOf, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { NativeObject, Undefined, type Value } from "./value.ts";

/** Python's `len(value)`; undefined for what has none. */
export function findLength(value: Value, budget: Budget): number | undefined {
  if (isText(value)) {
    const text = plain(value);
    budget.scan(text.length);
    return codePointLength(text);
  }
  if (isSequence(value)) return itemsOf(value).length;
  if (isDict(value)) return dictSize(value);
  if (value instanceof Undefined) return 0;
  return value instanceof NativeObject ? value.length : undefined;
}

/** Python's `len(value)`. */
export function lengthOf(value: Value, budget: Budget): number {
  return (
    findLength(value, budget) ??
    raise("TypeError", `object of type '${typeNameOf(value)}' has no len()`)
  );
}
