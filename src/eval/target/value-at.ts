import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** Leads to a value within JSON. */
export type ValuePath = readonly string[];

/** Reads a JSON pointer (`/choices/0/text`), or names joined by dots (`choices.0.text`); empty for the whole. */
export function parseValuePath(text: string): ValuePath {
  if (text === "") return [];
  if (!text.startsWith("/")) return text.split(".");
  return text
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value that a path leads to; undefined where there is none. */
export function valueAt(value: JsonValue, path: ValuePath): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const segment of path) {
    if (isJsonObject(current)) {
      current = Object.hasOwn(current, segment) ? current[segment] : undefined;
    } else if (isJsonArray(current) && /^(?:0|[1-9]\d{0,8})$/u.test(segment)) {
      current = current[Number(segment)];
    } else return undefined;
  }
  return current;
}
