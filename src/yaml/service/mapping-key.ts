import { isScalar, type ParsedNode, type Scalar } from "yaml";
import { PyFloat } from "../../core/python/py-float.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { isMergeTag } from "./explicit-tag.ts";
import { PyDate } from "./py-date.ts";
import { resolveScalar, type ServiceScalar, type WrittenScalar } from "./service-scalar.ts";

/** A scalar as it stands in the file. */
export function written(node: Scalar.Parsed): WrittenScalar {
  return { text: String(node.value), plain: node.type === "PLAIN", tag: node.tag };
}

/** `<<`, which takes over the entries of other mappings; in quotes it is an ordinary key. */
export function isMergeKey(key: ParsedNode): boolean {
  if (!isScalar(key)) return false;
  const { text, plain, tag } = written(key);
  if (tag === undefined) return plain && text === "<<";
  return isMergeTag(tag) || (tag === "!" && text === "<<");
}

/** A scalar as a key; `=`, which has no meaning as a value, is an ordinary one, and a date is called as it is written. */
export function resolveKey(scalar: WrittenScalar): ServiceScalar {
  if (scalar.text === "=") return { kind: "str", value: "=" };
  const resolved = resolveScalar(scalar);
  const { value } = resolved;
  return value instanceof PyDate ? { ...resolved, value: value.text } : resolved;
}

/** Equal for keys that are equal in a Python dict: `1`, `1.0` and `true` are, `1` and `"1"` are not. */
export function keyIdentity(value: PyValue): string {
  if (typeof value === "string") return `text ${value}`;
  if (typeof value === "boolean") return `number ${Number(value)}`;
  if (value instanceof PyFloat) {
    return Number.isInteger(value.value)
      ? `number ${BigInt(value.value)}`
      : `number ${value.value}`;
  }
  return `number ${pyRepr(value)}`;
}
