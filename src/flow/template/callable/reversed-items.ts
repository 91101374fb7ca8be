import type { Budget } from "../runtime/budget.ts";
import { listOf } from "../values/cursor.ts";
import { isDict, isSequence, isText } from "../values/kinds.ts";
import { Undefined, type Value, type ValueList } from "../values/value.ts";

/** Python's `reversed(value)`; undefined for what can only be read forwards. */
export function reversedItems(value: Value, budget: Budget): ValueList | undefined {
  const reversible =
    isText(value) || isSequence(value) || isDict(value) || value instanceof Undefined;
  return reversible ? listOf(value, budget).toReversed() : undefined;
}
