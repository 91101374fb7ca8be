import type { JsonValue } from "./json.ts";

/** Whether lists and maps are nested more than so many levels deep; it looks no deeper itself. */
export function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((item: JsonValue) => isDeeper(item, levels - 1));
}
