import type { JsonObject, JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** JSON Schema of one text or several. */
export function textsSchema(description: string): JsonObject {
  return {
    description,
    anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
  };
}

/** One text or several, as a list. */
export function asTexts(value: JsonValue | undefined): readonly string[] {
  const list = isJsonArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}
