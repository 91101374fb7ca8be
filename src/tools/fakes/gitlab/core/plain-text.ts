import type { JsonValue } from "../../../../core/json.ts";

/** A value as it stands in an address or a message: a text as it is, a structure as JSON. */
export function plainText(value: JsonValue): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}
