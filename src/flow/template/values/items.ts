import { PythonException } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointAt } from "../text/code-points.ts";
import { dictGet } from "./dict.ts";
import { numberOf } from "./equals.ts";
import { alike, isDict, isIndex, isSequence, isText, itemsOf, plain } from "./kinds.ts";
import { failUndefined } from "./undefined.ts";
import { NativeObject, Undefined, type Value } from "./value.ts";

/** Python's `value[key]`; undefined where that raises a type or look-up error. */
export function findItem(value: Value, key: Value, budget: Budget): Value | undefined {
  if (isDict(value)) return findKey(() => dictGet(value, key));
  if (isSequence(value)) return isIndex(key) ? itemsOf(value).at(position(key)) : undefined;
  if (isText(value)) {
    if (!isIndex(key)) return undefined;
    const char = characterAt(plain(value), position(key), budget);
    return char === undefined ? undefined : alike(value, char);
  }
  if (value instanceof Undefined) return failUndefined(value, budget);
  return value instanceof NativeObject ? findKey(() => value.item(key)) : undefined;
}

function position(key: number | bigint | boolean): number {
  return Number(numberOf(key));
}

function characterAt(text: string, index: number, budget: Budget): string | undefined {
  budget.scan(text.length);
  return codePointAt(text, index);
}

/** A key that cannot be one, such as a list, is as good as one that is not there. */
function findKey(look: () => Value | undefined): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof PythonException && error.type === "TypeError") return undefined;
    throw error;
  }
}
