import type { PyFloat } from "./py-float.ts";

/**
 * A value as the service's Python sees it. The difference between 1 and 1.0 and the order of keys
 * show in prompts and in routers, so both are kept: a `number` or `bigint` is always an int, a float
 * is always a {@link PyFloat}, a dict is a `Map` (which also has no prototype to pollute).
 */
export type PyValue =
  | null
  | boolean
  | number
  | bigint
  | PyFloat
  | string
  | readonly PyValue[]
  | PyDict;

export type PyDict = ReadonlyMap<string, PyValue>;

export function isPyDict(value: unknown): value is PyDict {
  return value instanceof Map;
}

export function isPyList(value: unknown): value is readonly PyValue[] {
  return Array.isArray(value);
}
