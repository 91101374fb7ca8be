import { isJsonObject, type JsonValue } from "../../core/json.ts";

/** The types of JSON Schema. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** Whether a word is one of the types of JSON Schema. */
export function isJsonType(name: JsonValue | undefined): name is JsonType {
  return typeof name === "string" && Object.hasOwn(words, name);
}

/** The narrowest JSON Schema type of a value. */
export function jsonTypeOf(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return isJsonObject(value) ? "object" : "array";
}

/** Whether a value is of one of these types; a whole number is a number too. */
export function fitsType(value: JsonValue, types: readonly JsonType[]): boolean {
  const actual = jsonTypeOf(value);
  return types.includes(actual) || (actual === "integer" && types.includes("number"));
}

const words: Readonly<Record<JsonType, string>> = {
  null: "empty (null)",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  string: "text",
  array: "a list",
  object: "a mapping",
};

/** As people who write YAML call them. */
export function describeTypes(types: readonly JsonType[]): string {
  const names = [...new Set(types)].map((type) => words[type]);
  return names.length === 0 ? "nothing" : orList(names);
}

/** "a", "a or b", "a, b or c". */
export function orList(items: readonly string[]): string {
  const [last = "", ...before] = items.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} or ${last}`;
}
