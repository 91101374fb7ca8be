import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { checkKeys } from "./check.ts";

const known: ReadonlySet<string> = new Set(["type", "ttl"]);

/** A mark for the cache, which may be left out or null. */
export function checkCacheControl(value: JsonValue | undefined, path: string): string | undefined {
  const at = `${path}cache_control`;
  if (value === undefined || value === null) return undefined;
  if (!isJsonObject(value)) return `${at}: Input should be a valid dictionary`;
  const { type, ttl } = value;
  if (type === undefined) return `${at}.type: Field required`;
  if (type !== "ephemeral") return `${at}.type: Input should be 'ephemeral'`;
  if (ttl !== undefined && ttl !== "5m" && ttl !== "1h") {
    return `${at}.ttl: Input should be '5m' or '1h'`;
  }
  return checkKeys(value, at, known);
}
