import { isJsonObject, type JsonObject, type JsonValue } from "../../../../core/json.ts";
import { encoded } from "./encoded.ts";
import { plainText } from "./plain-text.ts";

/** Parameters as a query writes them, in their order; those that are null are left out. */
export function queryText(query: JsonObject): string {
  return Object.entries(query)
    .filter(([, value]) => value !== null)
    .flatMap(([key, value]) => pairs(key, value))
    .map((pair) => pair.map(plusEncoded).join("="))
    .join("&");
}

/** A list is sent as `key[]`, one by one; a map as `key[name]`. */
function pairs(key: string, value: JsonValue): readonly (readonly string[])[] {
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([name, item]) => pairs(`${key}[${name}]`, item));
  }
  if (!Array.isArray(value)) return [[key, plainText(value)]];
  return value.map((item: JsonValue) => [`${key}[]`, plainText(item)]);
}

function plusEncoded(text: string): string {
  return encoded(text).replaceAll("%20", "+");
}

/** The parameters of a query. Those that come twice or end in `[]` are lists. */
export function parseQuery(text: string): JsonObject {
  const query = new Map<string, JsonValue>();
  for (const [name, value] of new URLSearchParams(text)) {
    const isList = name.endsWith("[]");
    const key = isList ? name.slice(0, -2) : name;
    const before = query.get(key);
    if (Array.isArray(before)) query.set(key, [...(before as readonly JsonValue[]), value]);
    else query.set(key, isList ? [value] : value);
  }
  return Object.fromEntries(query);
}
