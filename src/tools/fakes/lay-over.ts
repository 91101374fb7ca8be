import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";

/**
 * One block of a fake laid over another: maps become one, `null` takes away what lies below, anything
 * else replaces it. A `null` with nothing below stays: in a workspace it takes a file away.
 */
export function layOver(below: JsonObject, above: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const under = merged.get(key);
    if (value === null && under !== undefined && under !== null) merged.delete(key);
    else if (isJsonObject(value) && isJsonObject(under)) merged.set(key, layOver(under, value));
    else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
