import { pyFloatRepr } from "./py-float-repr.ts";
import { PyFloat } from "./py-float.ts";
import { maxPyDepth, PyRecursionError } from "./py-recursion-error.ts";
import { pyStrRepr } from "./py-str-repr.ts";
import { isPyDict, type PyValue } from "./py-value.ts";

/** Python's `repr(value)`: what stands in a prompt where a list or a dict is printed. */
export function pyRepr(value: PyValue): string {
  return reprAt(value, 0);
}

function reprAt(value: PyValue, depth: number): string {
  if (depth > maxPyDepth) throw new PyRecursionError();
  if (value === null) return "None";
  if (typeof value === "string") return pyStrRepr(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value === "bigint") return pyIntText(value);
  if (value instanceof PyFloat) return pyFloatRepr(value.value);
  if (isPyDict(value)) {
    const items = [...value].map(([key, item]) => `${pyStrRepr(key)}: ${reprAt(item, depth + 1)}`);
    return `{${items.join(", ")}}`;
  }
  return `[${value.map((item) => reprAt(item, depth + 1)).join(", ")}]`;
}

/** All digits of an int; JavaScript would write 1e21 for a large number. */
export function pyIntText(value: number | bigint): string {
  return typeof value === "number" && !Number.isSafeInteger(value)
    ? BigInt(value).toString()
    : value.toString();
}
