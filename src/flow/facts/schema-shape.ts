import type { JsonObject, JsonValue } from "../../core/json.ts";

/** A part of a response schema; a field may be left out where it says so. */
export interface Shape {
  readonly schema: JsonObject;
  readonly optional?: true;
}

export const text: Shape = { schema: { type: "string" } };
export const flag: Shape = { schema: { type: "boolean" } };
export const integer: Shape = { schema: { type: "integer" } };

/** A whole number within limits. */
export function range(minimum: number, maximum: number): Shape {
  return { schema: { type: "integer", minimum, maximum } };
}

/** One of some words or numbers. */
export function choice(...values: readonly [JsonValue, ...JsonValue[]]): Shape {
  const type = typeof values[0] === "string" ? "string" : "integer";
  return { schema: { type, enum: values } };
}

export function list(items: Shape): Shape {
  return { schema: { type: "array", items: items.schema } };
}

export function object(fields: Readonly<Record<string, Shape>>): Shape {
  const required = Object.keys(fields).filter((name) => fields[name]?.optional !== true);
  const properties = Object.entries(fields).map(([name, { schema }]) => [name, schema]);
  return { schema: { type: "object", properties: Object.fromEntries(properties), required } };
}

/** A field that an answer need not have. */
export function optional({ schema }: Shape): Shape {
  return { schema, optional: true };
}
