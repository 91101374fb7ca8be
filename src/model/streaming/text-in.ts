import type { JsonObject } from "../../core/json.ts";

/** A text under a key; empty where there is none. */
export function textIn(value: JsonObject, key: string): string {
  const text = value[key];
  return typeof text === "string" ? text : "";
}
