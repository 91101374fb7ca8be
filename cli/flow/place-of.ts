import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import type { NamespaceContext, ProjectContext } from "../../src/engine/index.ts";

/** A project or a namespace as the engine takes it; null for none. */
export type GivenPlace = string | number | (ProjectContext & NamespaceContext) | null;

/** Reads the `project` or the `namespace` of a `context:` block. */
export function placeOf(value: JsonValue | undefined): GivenPlace {
  if (typeof value === "string" || typeof value === "number") return value;
  if (!isJsonObject(value)) return null;
  const { id } = value;
  return {
    id: typeof id === "number" ? id : undefined,
    path: textOf(value, "path"),
    name: textOf(value, "name"),
    description: textOf(value, "description"),
    webUrl: textOf(value, "web_url"),
    httpUrlToRepo: textOf(value, "http_url_to_repo"),
    defaultBranch: textOf(value, "default_branch"),
  };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}
