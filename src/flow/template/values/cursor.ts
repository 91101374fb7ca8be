import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointsOf } from "../text/code-points.ts";
import { dictKeys, dictSize } from "./dict.ts";
import { isDict, isSequence, isText, itemsOf, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import {
  type Cursor,
  Generator,
  NativeObject,
  Undefined,
  type Value,
  type ValueList,
} from "./value.ts";

/** Goes through a list once. */
export class ListCursor implements Cursor {
  private readonly items: ValueList;
  private index = 0;

  constructor(items: ValueList) {
    this.items = items;
  }

  next(): Value | undefined {
    const item = this.items[this.index];
    this.index += 1;
    return item;
  }
}

/** A cursor over what a JavaScript generator yields. It is never closed early, as in Python. */
export function yielding(source: Iterator<Value, void>): Cursor {
  return {
    next() {
      const result = source.next();
      return result.done === true ? undefined : result.value;
    },
  };
}

/** Python's `iter(value)`; undefined for what has none. */
export function findCursor(value: Value, budget: Budget): Cursor | undefined {
  if (value instanceof Generator) return value;
  if (value instanceof NativeObject) return value.cursor;
  const items = findItems(value, budget);
  return items && new ListCursor(items);
}

/** Python's `iter(value)`. */
export function cursorOf(value: Value, budget: Budget): Cursor {
  return (
    findCursor(value, budget) ?? raise("TypeError", `'${typeNameOf(value)}' object is not iterable`)
  );
}

/** Python's `list(value)`, which reads a generator to its end. */
export function listOf(value: Value, budget: Budget): ValueList {
  const items = findItems(value, budget);
  if (items === undefined) return drain(cursorOf(value, budget), budget);
  budget.charge(items.length);
  return items;
}

/** All that a cursor still gives. */
export function drain(cursor: Cursor, budget: Budget): ValueList {
  const items: Value[] = [];
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    budget.charge(1);
    items.push(item);
  }
  return items;
}

function findItems(value: Value, budget: Budget): ValueList | undefined {
  if (isSequence(value)) return itemsOf(value);
  if (isText(value)) {
    const text = plain(value);
    budget.charge(text.length);
    return codePointsOf(text);
  }
  if (isDict(value)) {
    budget.charge(dictSize(value));
    return dictKeys(value);
  }
  return value instanceof Undefined ? [] : undefined;
}
