import { PyFloat } from "./py-float.ts";
import { maxPyDepth, PyRecursionError } from "./py-recursion-error.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "./py-value.ts";

/** Python's `a == b`: numbers by value whatever their type (`1 == 1.0 == True`), dicts without order. */
export function pyEquals(a: PyValue, b: PyValue): boolean {
  return equalAt(a, b, 0);
}

function equalAt(a: PyValue, b: PyValue, depth: number): boolean {
  if (depth > maxPyDepth) throw new PyRecursionError();
  if (a === null || b === null || typeof a === "string" || typeof b === "string") return a === b;
  if (isPyDict(a)) return isPyDict(b) && equalDicts(a, b, depth);
  if (isPyList(a)) return isPyList(b) && equalLists(a, b, depth);
  if (isPyDict(b) || isPyList(b)) return false;
  // Loose equality of number and bigint compares exactly, which no conversion would.
  // oxlint-disable-next-line eqeqeq
  return numeric(a) == numeric(b);
}

function equalDicts(a: PyDict, b: PyDict, depth: number): boolean {
  if (a.size !== b.size) return false;
  for (const [key, item] of a) {
    const other = b.get(key);
    if (other === undefined || !equalAt(item, other, depth + 1)) return false;
  }
  return true;
}

function equalLists(a: readonly PyValue[], b: readonly PyValue[], depth: number): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, index) => equalAt(item, b[index] ?? null, depth + 1));
}

function numeric(value: boolean | number | bigint | PyFloat): number | bigint {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : value;
}
