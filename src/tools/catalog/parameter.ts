import type { JsonObject, JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** One argument of a tool. */
export interface Parameter {
  readonly required: boolean;
  /** As the service's models describe it: what may be null says so, and what has a default names it. */
  readonly schema: JsonObject;
}

export type Parameters = Readonly<Record<string, Parameter>>;

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** An argument that every call must have. */
export function required(schema: JsonObject): Parameter {
  return { required: true, schema };
}

/** An argument that may be left out or null. */
export function optional(schema: JsonObject, fallback: JsonValue = null): Parameter {
  return { required: false, schema: { ...nullable(schema), default: fallback } };
}

/** An argument that may be left out, but is never null. */
export function withDefault(schema: JsonObject, fallback: JsonValue): Parameter {
  return { required: false, schema: { ...schema, default: fallback } };
}

/** An argument that may be left out, without a default worth naming. */
export function omittable(schema: JsonObject): Parameter {
  return { required: false, schema };
}

export function text(
  limits: { readonly minLength?: number; readonly maxLength?: number } = {},
): JsonObject {
  return { type: "string", ...limits };
}

/** One of these texts. */
export function choice(...values: readonly string[]): JsonObject {
  return { type: "string", enum: values };
}

/** Usually one of these texts; others are taken too. */
export function suggestion(...values: readonly string[]): JsonObject {
  return { type: "string", examples: values };
}

export function integer(bounds: Bounds = {}): JsonObject {
  return { type: "integer", ...bounds };
}

export function number(bounds: Bounds = {}): JsonObject {
  return { type: "number", ...bounds };
}

/** An id, or a path that names the same thing. */
export function integerOrText(): JsonObject {
  return { anyOf: [integer(), text()] };
}

export function boolean(): JsonObject {
  return { type: "boolean" };
}

export function list(
  items: JsonObject,
  limits: { readonly minItems?: number; readonly maxItems?: number } = {},
): JsonObject {
  return { type: "array", items, ...limits };
}

/** A map with any keys; of any values unless a schema for them is given. */
export function record(values?: JsonObject): JsonObject {
  return { type: "object", additionalProperties: values ?? true };
}

/** A map with these keys. */
export function object(fields: Parameters): JsonObject {
  const properties = Object.entries(fields).map(([name, { schema }]) => [name, schema] as const);
  const needed = Object.keys(fields).filter((name) => fields[name]?.required === true);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(needed.length > 0 && { required: needed }),
  };
}

/** A map of one of these forms. */
export function oneOf(...forms: readonly Parameters[]): JsonObject {
  return { anyOf: forms.map(object) };
}

function nullable(schema: JsonObject): JsonObject {
  const { anyOf } = schema;
  const forms = isJsonArray(anyOf) ? anyOf : [schema];
  return { anyOf: [...forms, { type: "null" }] };
}
