import { PyFloat } from "../../../core/python/py-float.ts";
import { isDict } from "./kinds.ts";
import {
  Generator,
  GroupTuple,
  Markup,
  NativeObject,
  Slice,
  Tuple,
  Undefined,
  type Value,
} from "./value.ts";

/** Python's `type(value).__name__`, as its messages show it. */
export function typeNameOf(value: Value): string {
  if (value === null) return "NoneType";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "int";
  if (value instanceof PyFloat) return "float";
  if (value instanceof Markup) return "Markup";
  if (value instanceof Tuple) return value instanceof GroupTuple ? "_GroupTuple" : "tuple";
  if (value instanceof Slice) return "slice";
  if (value instanceof Undefined)
    return value.origin.debug === true ? "DebugUndefined" : "Undefined";
  if (value instanceof Generator || value instanceof NativeObject) return value.typeName;
  return isDict(value) ? "dict" : "list";
}

/** How Jinja2's messages about a missing attribute name the object it was looked for on. */
export function objectName(value: Value): string {
  if (value === null) return "None";
  const name = typeNameOf(value);
  return qualified.has(name) ? `${qualified.get(name)}.${name} object` : `${name} object`;
}

const qualified: ReadonlyMap<string, string> = new Map([
  ["Markup", "markupsafe"],
  ["_GroupTuple", "jinja2.filters"],
  ["Undefined", "jinja2.runtime"],
  ["DebugUndefined", "jinja2.runtime"],
  ["Macro", "jinja2.runtime"],
  ["LoopContext", "jinja2.runtime"],
  ["TemplateReference", "jinja2.runtime"],
  ["BlockReference", "jinja2.runtime"],
  ["TemplateModule", "jinja2.environment"],
]);
