import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { isList } from "./check.ts";

const keyPattern = /^[a-zA-Z0-9_.-]{1,64}$/;
const types: ReadonlySet<string> = new Set([
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);
const combiners = ["allOf", "anyOf", "oneOf"] as const;
const maxDepth = 64;

/** The schema of a tool's input: an object, in the part of JSON Schema that the API takes. */
export function checkInputSchema(schema: JsonValue | undefined, path: string): string | undefined {
  if (schema === undefined) return `${path}: Field required`;
  if (!isJsonObject(schema)) return `${path}: Input should be a valid dictionary`;
  if (schema["type"] === undefined) return `${path}.type: Field required`;
  if (schema["type"] !== "object") return `${path}.type: Input should be 'object'`;
  if (combiners.some((key) => schema[key] !== undefined)) {
    return `${path}: input_schema does not support oneOf, allOf, or anyOf at the top level`;
  }
  const { properties } = schema;
  if (isJsonObject(properties)) {
    const odd = Object.keys(properties).some((key) => !keyPattern.test(key));
    if (odd) return `${path}.properties: Property keys should match pattern '${keyPattern.source}'`;
  }
  return isSchema(schema, 0)
    ? undefined
    : `${path}: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12).`;
}

/** The form of the key words that decide what a schema means; values of others are not looked at. */
function isSchema(schema: JsonValue, depth: number): boolean {
  if (typeof schema === "boolean") return true;
  if (!isJsonObject(schema) || depth > maxDepth) return false;
  const { type, properties, required, items } = schema;
  const inner = (value: JsonValue): boolean => isSchema(value, depth + 1);
  const named = type === undefined || (isList(type) ? type : [type]).every(isType);
  const listed =
    required === undefined ||
    (isList(required) && required.every((key) => typeof key === "string"));
  const shaped =
    properties === undefined ||
    (isJsonObject(properties) && Object.values(properties).every(inner));
  const combined = combiners.every((key) => {
    const value = schema[key];
    return value === undefined || (isList(value) && value.length > 0 && value.every(inner));
  });
  return named && listed && shaped && combined && (items === undefined || inner(items));
}

function isType(type: JsonValue): boolean {
  return typeof type === "string" && types.has(type);
}
