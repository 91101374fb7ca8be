import type { JsonObject } from "../../core/json.ts";

/** A case as messages name it: by its id, if it has one. */
export function caseName({ id }: JsonObject): string {
  return typeof id === "string" ? `case "${id}"` : "this case";
}
