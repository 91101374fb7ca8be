import { PyFloat } from "./py-float.ts";
import { isPyDict, type PyValue } from "./py-value.ts";

export type PyTypeName = "NoneType" | "bool" | "int" | "float" | "str" | "list" | "dict";

/** Python's `type(value).__name__`, as its error messages show it. */
export function pyTypeName(value: PyValue): PyTypeName {
  if (value === null) return "NoneType";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "int";
  if (value instanceof PyFloat) return "float";
  return isPyDict(value) ? "dict" : "list";
}
