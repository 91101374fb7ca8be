import { isJsonObject, type JsonValue } from "./json.ts";

/** JSON on one line with sorted keys: the same for values that are the same, and so fit to be hashed. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value))
    return `[${(value as readonly JsonValue[]).map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
