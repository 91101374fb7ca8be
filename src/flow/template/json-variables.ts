import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";

const floatKey = "__float__";

/** Variables given as JSON. `{ "__float__": "3.0" }` is a float that JSON would make a whole number. */
export function variablesFromJson(variables: JsonObject): PyDict {
  return new Map(Object.entries(variables).map(([name, value]) => [name, valueFromJson(value)]));
}

function valueFromJson(value: JsonValue): PyValue {
  if (typeof value === "number") return numberFromJson(value);
  if (value === null || typeof value !== "object") return value;
  if (!isJsonObject(value)) return value.map(valueFromJson);
  const text = value[floatKey];
  const isFloat = typeof text === "string" && Object.keys(value).length === 1;
  return isFloat ? new PyFloat(floatFromText(text)) : variablesFromJson(value);
}

function numberFromJson(value: number): PyValue {
  if (!Number.isInteger(value)) return new PyFloat(value);
  return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
}

const words: Readonly<Record<string, number>> = {
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  nan: Number.NaN,
};

function floatFromText(text: string): number {
  return words[text] ?? Number(text);
}
