import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { isJsonArray } from "../../src/core/match/json-array.ts";

/** Additional context with more categories: in a list of envelopes, each becomes one of them. */
export function withCategories(inputs: JsonValue | undefined, categories: JsonObject): JsonValue {
  if (!isJsonArray(inputs)) return { ...(isJsonObject(inputs) ? inputs : {}), ...categories };
  const added = Object.entries(categories).map(([category, value]) => ({
    category,
    content: typeof value === "string" ? value : JSON.stringify(value),
  }));
  return [...inputs, ...added];
}
