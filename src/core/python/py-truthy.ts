import { PyFloat } from "./py-float.ts";
import { isPyDict, type PyValue } from "./py-value.ts";

/** Python's `bool(value)`: None, zero and everything empty are false. */
export function pyTruthy(value: PyValue): boolean {
  if (value instanceof PyFloat) return value.value !== 0;
  if (isPyDict(value)) return value.size > 0;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
