import type { JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** The items of a list; none of anything else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}
