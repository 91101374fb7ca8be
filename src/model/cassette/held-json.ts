import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";

const maxDepth = 60;

/** Whether our YAML gives an object back as it is: without reserved keys, inexact numbers and endless depth. */
export function isHeldByYaml(value: JsonValue, depth = 0): boolean {
  if (typeof value === "number") return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= maxDepth) return false;
  const items = isJsonObject(value) ? Object.values(value) : value;
  return !Object.hasOwn(value, "__proto__") && items.every((item) => isHeldByYaml(item, depth + 1));
}

/** An object in JSON; undefined for anything else. */
export function readHeldJson(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
