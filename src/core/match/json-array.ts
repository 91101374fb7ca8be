import type { JsonValue } from "../json.ts";

/** `Array.isArray` for JSON, which it narrows to `any[]` otherwise. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
