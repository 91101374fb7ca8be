import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonType, type JsonType } from "./json-type.ts";

/** Reads keywords of a schema, which may hold anything. */
export function subSchema(value: JsonValue | undefined): JsonObject | boolean | undefined {
  return typeof value === "boolean" || isJsonObject(value) ? value : undefined;
}

/** The schemas in a list such as `anyOf`; none of anything else. */
export function subSchemas(value: JsonValue | undefined): readonly (JsonObject | boolean)[] {
  return listOf(value)
    .map(subSchema)
    .filter((item) => item !== undefined);
}

/** The object under a keyword such as `properties`; empty where there is none. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The items of a list; none of anything else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The texts in a list such as `required`. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === "string");
}

/** A number such as `minimum`; undefined for anything else. */
export function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The types that `type` allows; undefined where it is not there. */
export function typesOf(schema: JsonObject): readonly JsonType[] | undefined {
  const { type } = schema;
  if (type === undefined) return undefined;
  return (Array.isArray(type) ? listOf(type) : [type]).filter(isJsonType);
}

/** The values that `const` or `enum` allows; undefined where there is neither. */
export function literalsOf(schema: JsonObject): readonly JsonValue[] | undefined {
  if (schema["const"] !== undefined) return [schema["const"]];
  return schema["enum"] === undefined ? undefined : listOf(schema["enum"]);
}

/** What a reference within the same document points to. */
export function resolveRef(root: JsonObject, ref: string): JsonObject | boolean | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  let value: JsonValue | undefined = root;
  for (const segment of ref.slice(1).split("/").slice(1)) {
    const key = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) value = listOf(value)[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return subSchema(value);
}
