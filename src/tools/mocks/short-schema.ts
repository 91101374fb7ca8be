import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { clip } from "../../core/text/clip.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { kindOf } from "./kind-of.ts";

type Path = readonly (string | number)[];
type Report = (path: Path, message: string, hint?: string) => void;

const jsonTypes = ["string", "integer", "number", "boolean", "object", "array"];
const typeNames = [...jsonTypes, "any"];

/** A map with nothing but these keys is JSON Schema, not a map of fields. */
const keywords: ReadonlySet<string> = new Set([
  "additionalProperties",
  "anyOf",
  "const",
  "default",
  "description",
  "enum",
  "examples",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "items",
  "maxItems",
  "maxLength",
  "maximum",
  "minItems",
  "minLength",
  "minimum",
  "multipleOf",
  "pattern",
  "properties",
  "required",
  "title",
  "type",
]);

/**
 * The schema of a tool that declares itself: JSON Schema when it says `type: object`, else the short form
 * `{ q: string, n?: integer, tags: [string], range: { from: integer } }`.
 */
export function readToolSchema(schema: JsonObject, report: Report): JsonObject {
  return schema["type"] === "object" ? schema : fieldsSchema(schema, [], report);
}

function fieldsSchema(fields: JsonObject, path: Path, report: Report): JsonObject {
  const properties = new Map<string, JsonObject>();
  const required: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const isOptional = key.endsWith("?");
    const name = isOptional ? key.slice(0, -1) : key;
    if (name === "") report([...path, key], "a parameter needs a name");
    else if (properties.has(name)) report([...path, key], `"${name}" stands here twice`);
    properties.set(name, fieldSchema(value, [...path, key], report));
    if (!isOptional) required.push(name);
  }
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  };
}

function fieldSchema(value: JsonValue, path: Path, report: Report): JsonObject {
  if (typeof value === "string") {
    if (!typeNames.includes(value)) {
      report(path, `"${clip(value, 60)}" is not a type`, didYouMean(value, typeNames));
    }
    return value === "any" ? {} : { type: value };
  }
  if (isJsonArray(value)) {
    const [item, ...others] = value;
    if (item === undefined || others.length > 0) {
      report(path, "a list has one type for all its items", "write [string]");
      return { type: "array" };
    }
    return { type: "array", items: fieldSchema(item, [...path, 0], report) };
  }
  if (!isJsonObject(value)) {
    report(path, `the type is ${kindOf(value)}`, didYouMean("", typeNames));
    return {};
  }
  return isJsonSchema(value) ? value : fieldsSchema(value, path, report);
}

function isJsonSchema(value: JsonObject): boolean {
  const { type } = value;
  if (typeof type === "string" ? !jsonTypes.includes(type) : !Object.hasOwn(value, "anyOf")) {
    return false;
  }
  return Object.keys(value).every((key) => keywords.has(key));
}
