import type { Budget } from "../runtime/budget.ts";
import { codePointsOf } from "../text/code-points.ts";
import { listOf } from "../values/cursor.ts";
import { alike, isDict, isSequence, isText, plain } from "../values/kinds.ts";
import { Undefined, type Value, type ValueList } from "../values/value.ts";

/** Python's `reversed(value)`; undefined for what can only be read forwards. */
export function reversedItems(value: Value, budget: Budget): ValueList | undefined {
  if (isText(value)) return reversedCharacters(plain(value), budget).map((c) => alike(value, c));
  const reversible = isSequence(value) || isDict(value) || value instanceof Undefined;
  return reversible ? listOf(value, budget).toReversed() : undefined;
}

/** Read from the end, a safe text gives safe characters; from the start, plain ones. */
function reversedCharacters(text: string, budget: Budget): readonly string[] {
  budget.charge(text.length);
  return codePointsOf(text).toReversed();
}
