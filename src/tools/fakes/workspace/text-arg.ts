import type { JsonObject } from "../../../core/json.ts";

/** An argument that is a text; empty where there is none. */
export function textArg(args: JsonObject, name: string): string {
  const value = args[name];
  return typeof value === "string" ? value : "";
}
