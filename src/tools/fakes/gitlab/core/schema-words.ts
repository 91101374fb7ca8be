import type { JsonObject } from "../../../../core/json.ts";

/*
 * Short words for the JSON Schemas of seeds. A null takes away what a suite's seed has, so that a
 * map's values may always be null.
 */

export function text(description?: string): JsonObject {
  return described({ type: "string" }, description);
}

/** A text, or null for none. */
export function optionalText(description?: string): JsonObject {
  return described({ type: ["string", "null"] }, description);
}

export function flag(description?: string): JsonObject {
  return described({ type: "boolean" }, description);
}

export function whole(description?: string): JsonObject {
  return described({ type: "integer", minimum: 0 }, description);
}

/** A number that is not below 0, or null for none. */
export function optionalNumber(description?: string): JsonObject {
  return described({ type: ["number", "null"], minimum: 0 }, description);
}

export function texts(description?: string): JsonObject {
  return described({ type: "array", items: { type: "string" } }, description);
}

export function choice(words: readonly string[], description?: string): JsonObject {
  return described({ type: "string", enum: [...words] }, description);
}

/** Things by their identity. */
export function map(description: string, values: JsonObject): JsonObject {
  return { type: "object", description, additionalProperties: orNull(values) };
}

/** A thing with these keys and no others. */
export function record(description: string, properties: JsonObject): JsonObject {
  return { type: "object", description, additionalProperties: false, properties };
}

export function listOf(description: string, items: JsonObject): JsonObject {
  return { type: "array", description, items };
}

function orNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  return typeof type === "string" ? { ...schema, type: [type, "null"] } : schema;
}

function described(schema: JsonObject, description: string | undefined): JsonObject {
  return description === undefined ? schema : { ...schema, description };
}
