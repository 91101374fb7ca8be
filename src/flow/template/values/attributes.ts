import { PyFloat } from "../../../core/python/py-float.ts";
import { hasHiddenAttribute } from "./attribute-names.ts";
import { numberOf } from "./equals.ts";
import { FormatMethod } from "./format-method.ts";
import { isIndex, isText } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { Generator, GroupTuple, NativeObject, Undefined, type Value } from "./value.ts";

/** An attribute that exists and that a template may not have. */
export const hidden: unique symbol = Symbol("hidden");

/** Python's `getattr(value, name)` through the service's sandbox; undefined where there is none. */
export function findAttribute(value: Value, name: string): Value | typeof hidden | undefined {
  if (isText(value) && (name === "format" || name === "format_map")) {
    return new FormatMethod(typeNameOf(value), name);
  }
  const found = name.startsWith("_") ? undefined : dataAttribute(value, name);
  if (found !== undefined) return isCallable(found) ? hidden : found;
  return hasHiddenAttribute(typeNameOf(value), name) ? hidden : undefined;
}

/** Python's `callable(value)`. An undefined value is, in order to fail when it is called. */
export function isCallable(value: Value): boolean {
  return value instanceof Undefined || (value instanceof NativeObject && value.callable);
}

function dataAttribute(value: Value, name: string): Value | undefined {
  if (isIndex(value)) {
    if (name === "real" || name === "numerator") return numberOf(value);
    if (name === "imag") return 0;
    return name === "denominator" ? 1 : undefined;
  }
  if (value instanceof PyFloat) {
    if (name === "real") return value;
    return name === "imag" ? new PyFloat(0) : undefined;
  }
  if (value instanceof GroupTuple) {
    if (name === "grouper") return value.grouper;
    return name === "list" ? value.list : undefined;
  }
  if (value instanceof Generator) return generatorAttribute(value, name);
  return value instanceof NativeObject ? value.attribute(name) : undefined;
}

function generatorAttribute({ typeName }: Generator, name: string): Value | undefined {
  if (typeName !== "generator") return undefined;
  if (name === "gi_yieldfrom") return null;
  return name === "gi_running" || name === "gi_suspended" ? false : undefined;
}
