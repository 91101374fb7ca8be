import type { JsonObject, JsonValue } from "../../../core/json.ts";

/** One reason for which the Messages API refuses a body: in its words, or undefined. */
export type Check<T> = (value: T, path: string) => string | undefined;

/** The first thing that is wrong, or undefined. */
export function firstOf(problems: Iterable<string | undefined>): string | undefined {
  for (const problem of problems) {
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The first thing that is wrong with the items of a list. */
export function eachOf<T>(items: readonly T[], path: string, check: Check<T>): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = check(item, `${path}.${index}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A string field, as the API's own validation words it. */
export function checkString(object: JsonObject, path: string, key: string): string | undefined {
  const value = object[key];
  if (value === undefined) return `${path}.${key}: Field required`;
  return typeof value === "string" ? undefined : `${path}.${key}: Input should be a valid string`;
}

/** Fields that the API does not know are refused, not ignored. */
export function checkKeys(
  object: JsonObject,
  path: string,
  known: ReadonlySet<string>,
): string | undefined {
  const unknown = Object.keys(object).find((key) => !known.has(key));
  if (unknown === undefined) return undefined;
  return `${path === "" ? "" : `${path}.`}${unknown}: Extra inputs are not permitted`;
}

/** Whether a value is a list of JSON, told apart from JSON's other values. */
export function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}
