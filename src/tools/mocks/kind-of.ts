import type { JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { showValue } from "../../core/match/show-value.ts";

/** What a value is, for a sentence about what it should be. */
export function kindOf(value: JsonValue): string {
  if (value === null) return "empty";
  if (isJsonArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? `the text ${showValue(value)}` : showValue(value);
}
