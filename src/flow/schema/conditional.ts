import type { JsonObject } from "../../core/json.ts";

/** `if`, `then` and `else`, to be spread into a schema: what holds depends on a condition. */
export function conditional(
  condition: JsonObject,
  holds: JsonObject,
  otherwise?: JsonObject,
): JsonObject {
  const entries = [
    ["if", condition],
    // Written like this because an object with a literal `then` looks like a promise.
    ["then", holds],
    ...(otherwise === undefined ? [] : [["else", otherwise] as const]),
  ] as const;
  return Object.fromEntries(entries);
}

/** As `conditional`: whether all of the properties are there and have values of these schemas. */
export function where(
  properties: JsonObject,
  holds: JsonObject,
  otherwise?: JsonObject,
): JsonObject {
  return conditional({ required: Object.keys(properties), properties }, holds, otherwise);
}
