import { PyFloat } from "../../../core/python/py-float.ts";
import { isList } from "./kinds.ts";
import { KeyedDict, Markup, NativeObject, Tuple, Undefined, type Value } from "./value.ts";

/** Python's `bool(value)`. */
export function truthOf(value: Value): boolean {
  if (value === null || typeof value !== "object") return Boolean(value);
  if (value instanceof Undefined) return false;
  if (isList(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  if (value instanceof KeyedDict) return value.items.size > 0;
  if (value instanceof PyFloat) return value.value !== 0;
  if (value instanceof Markup) return value.text !== "";
  if (value instanceof Tuple) return value.items.length > 0;
  return value instanceof NativeObject ? value.length !== 0 : true;
}
