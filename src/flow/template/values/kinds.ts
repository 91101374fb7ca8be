import { PyFloat } from "../../../core/python/py-float.ts";
import {
  type Dict,
  KeyedDict,
  Markup,
  type Text,
  Tuple,
  type Value,
  type ValueList,
} from "./value.ts";

/** Python's `int`: a bigint only where a number would not be exact. */
export type Int = number | bigint;
/** What takes part in arithmetic: a bool counts as 0 or 1. */
export type Numeric = boolean | Int | PyFloat;

/** Whether a value is a `str`, safe or not. */
export function isText(value: Value): value is Text {
  return typeof value === "string" || value instanceof Markup;
}

/** Whether a value is an `int` and no `bool`. */
export function isInt(value: Value): value is Int {
  return typeof value === "number" || typeof value === "bigint";
}

/** An int or a bool, which Python accepts wherever it wants an int. */
export function isIndex(value: Value): value is Int | boolean {
  return isInt(value) || typeof value === "boolean";
}

/** Whether a value takes part in arithmetic. */
export function isNumeric(value: Value): value is Numeric {
  return isIndex(value) || value instanceof PyFloat;
}

/** Whether a value is a `list`. */
export function isList(value: Value): value is ValueList {
  return Array.isArray(value);
}

/** Whether a value is a `dict`. */
export function isDict(value: Value): value is Dict {
  return value instanceof Map || value instanceof KeyedDict;
}

/** The items of a list or tuple. */
export function itemsOf(value: ValueList | Tuple): ValueList {
  return value instanceof Tuple ? value.items : value;
}

/** Whether a value is a `list` or a `tuple`. */
export function isSequence(value: Value): value is ValueList | Tuple {
  return isList(value) || value instanceof Tuple;
}

/** The characters of a string, marked as safe or not. */
export function plain(text: Text): string {
  return typeof text === "string" ? text : text.text;
}

/** `text`, marked as safe when `model` is: what the methods of a string give. */
export function alike(model: Value, text: string): Text {
  return model instanceof Markup ? new Markup(text) : text;
}
