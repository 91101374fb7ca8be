import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";

const annotations = ["description", "examples", "default"];
const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** The keywords that the service reads, by the type of the field; it is silent about all others. */
const constraintsOf: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  integer: bounds,
  number: bounds,
  array: ["minItems", "maxItems"],
  boolean: [],
  object: [],
};

/**
 * A definition as the service understands it: what it would ignore is gone, what it would read as a
 * text says so. The model is shown nothing that its answer is not held to.
 */
export function normalizeDefinition(definition: JsonObject): JsonObject {
  const properties = isJsonObject(definition["properties"]) ? definition["properties"] : {};
  const wanted: JsonValue = definition["required"] ?? [];
  const required = Array.isArray(wanted)
    ? wanted.filter((name) => typeof name === "string" && Object.hasOwn(properties, name))
    : [];
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, normalizeField(field)]),
    ),
    required,
  };
}

function normalizeField(field: JsonValue, inList = false): JsonObject {
  if (!isJsonObject(field)) return { type: "string" };
  const notes = pick(field, annotations);
  const type = typeOf(field);
  if (field["const"] !== undefined || Array.isArray(field["enum"])) {
    return { ...choices(field), ...notes };
  }
  // Of the items of a list the service keeps the type and forgets the limits.
  const limits = inList ? {} : pick(field, constraintsOf[type] ?? []);
  if (type === "array" && field["items"] !== undefined) {
    return { type, items: normalizeField(field["items"], true), ...limits, ...notes };
  }
  if (type === "object" && isJsonObject(field["properties"])) {
    const title = pick(field, ["title"]);
    return { ...normalizeDefinition(field), ...title, ...notes };
  }
  return { type, ...limits, ...notes };
}

/** Whatever is not one of the types, such as `anyOf` or a reference, is a text to the service. */
function typeOf({ type }: JsonObject): string {
  return typeof type === "string" && Object.hasOwn(constraintsOf, type) ? type : "string";
}

/** The values decide, whatever the type says. Lists among them can be declared, and nothing ever equals them. */
function choices(field: JsonObject): JsonObject {
  const type = pick(field, ["type"]);
  if (field["const"] !== undefined) return { ...type, const: field["const"] };
  const values = Array.isArray(field["enum"]) ? field["enum"] : [];
  const scalars = values.filter((value) => typeof value !== "object" || value === null);
  return scalars.length === 0 ? { type: "array" } : { ...type, enum: scalars };
}

function pick(field: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = Object.hasOwn(field, key) ? field[key] : undefined;
      // Draft 4 says `exclusiveMinimum: true`, which bounds nothing.
      const isLimit =
        value !== undefined && !(key.startsWith("exclusive") && typeof value === "boolean");
      return isLimit ? [[key, value]] : [];
    }),
  );
}
