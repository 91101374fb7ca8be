import type { JsonValue } from "../../../../../core/json.ts";
import { plainText } from "../../core/plain-text.ts";

/** A value as it stands in an address or a message; nothing for nothing. */
export function shown(value: JsonValue | undefined): string {
  return value === undefined || value === null ? "" : plainText(value);
}
