import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { PyFloat } from "./py-float.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "./py-value.ts";

/** JSON as Python's `json.loads` would give it, as far as JavaScript kept the difference. */
export function fromJson(value: JsonValue): PyValue {
  if (typeof value === "number") return Number.isInteger(value) ? value : new PyFloat(value);
  if (typeof value !== "object" || value === null) return value;
  return isJsonObject(value) ? dictFromJson(value) : value.map(fromJson);
}

/** A JSON object as a dict, in the same order. */
export function dictFromJson(object: JsonObject): PyDict {
  return new Map(Object.entries(object).map(([key, item]) => [key, fromJson(item)]));
}

/** The nearest JSON. Floats become numbers, dicts become objects, large ints become strings. */
export function toJson(value: PyValue): JsonValue {
  if (value instanceof PyFloat) return Number.isFinite(value.value) ? value.value : null;
  if (typeof value === "bigint") return value.toString();
  if (isPyDict(value)) {
    return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]));
  }
  return isPyList(value) ? value.map(toJson) : value;
}
