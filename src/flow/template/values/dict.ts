import { PyFloat } from "../../../core/python/py-float.ts";
import { raise } from "../python-exception.ts";
import { typeNameOf } from "./type-name.ts";
import {
  type Dict,
  type DictKey,
  Generator,
  KeyedDict,
  Markup,
  NativeObject,
  Tuple,
  Undefined,
  type Value,
} from "./value.ts";

/**
 * What stands for a value as a key: equal for values that Python finds equal (1, 1.0 and True are
 * one key), the object itself where Python compares identities. Raises for what has no hash.
 */
export function keyOf(value: Value): DictKey {
  if (value === null) return "None";
  if (typeof value === "string") return `s${value}`;
  if (typeof value === "boolean") return value ? "n1" : "n0";
  if (typeof value === "number" || typeof value === "bigint") return `n${value}`;
  if (value instanceof PyFloat) return floatKey(value);
  if (value instanceof Markup) return `s${value.text}`;
  if (value instanceof Undefined) return value.origin.debug === true ? "debug" : "undefined";
  if (value instanceof Tuple) return tupleKey(value);
  if (value instanceof Generator || value instanceof NativeObject) return value;
  return raise("TypeError", `unhashable type: '${typeNameOf(value)}'`);
}

function floatKey(value: PyFloat): DictKey {
  if (Number.isNaN(value.value)) return value;
  return Number.isInteger(value.value) ? `n${BigInt(value.value)}` : `n${value.value}`;
}

/** A tuple that holds an object is a key only as itself; the rest by what they hold. */
function tupleKey(value: Tuple): DictKey {
  const keys: string[] = [];
  for (const item of value.items) {
    const key = keyOf(item);
    if (typeof key !== "string") return value;
    keys.push(`${key.length}:${key}`);
  }
  return `t${keys.join("")}`;
}

/** A dict from what is written between braces: the first of equal keys stays, the last value wins. */
export function makeDict(pairs: Iterable<readonly [key: Value, value: Value]>): KeyedDict {
  const items = new Map<DictKey, readonly [Value, Value]>();
  for (const [key, value] of pairs) {
    const found = keyOf(key);
    items.set(found, [items.get(found)?.[0] ?? key, value]);
  }
  return new KeyedDict(items);
}

/** Python's `len(dict)`. */
export function dictSize(dict: Dict): number {
  return dict instanceof KeyedDict ? dict.items.size : dict.size;
}

/** Python's `dict.get(key)`. */
export function dictGet(dict: Dict, key: Value): Value | undefined {
  if (dict instanceof KeyedDict) return dict.items.get(keyOf(key))?.[1];
  if (typeof key === "string") return dict.get(key);
  if (key instanceof Markup) return dict.get(key.text);
  keyOf(key);
  return undefined;
}

/** Python's `key in dict`. */
export function dictHas(dict: Dict, key: Value): boolean {
  return dictGet(dict, key) !== undefined;
}

/** A key with its value. */
export type DictEntry = readonly [key: Value, value: Value];

/** Python's `dict.items()`. */
export function dictEntries(dict: Dict): readonly DictEntry[] {
  return dict instanceof KeyedDict ? [...dict.items.values()] : [...dict];
}

/** Python's `dict.keys()`. */
export function dictKeys(dict: Dict): readonly Value[] {
  return dict instanceof KeyedDict ? dictEntries(dict).map(([key]) => key) : [...dict.keys()];
}
