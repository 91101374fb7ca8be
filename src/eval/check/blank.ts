import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** Whether a value says nothing: nothing, white space, an empty list or map, or only such things. */
export function blank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isJsonArray(value)) return value.every(blank);
  return isJsonObject(value) && Object.values(value).every(blank);
}
