import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { GitLabError } from "../../gitlab/index.ts";

/** A text; undefined where it is null, missing or something else. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}

/** A part of an answer; undefined where it is null or missing. */
export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value: JsonValue | undefined = object[key];
  return isJsonObject(value) ? value : undefined;
}

/** What the schema promises to be there. @throws GitLabError GITLAB_RESPONSE_UNREADABLE */
export function required<T>(value: T | undefined, what: string, purpose: string): T {
  if (value !== undefined) return value;
  throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", `${purpose}: the answer has no ${what}`, {
    hint: "this GitLab is older or newer than what flowproof knows; see docs/catalog.md",
  });
}
