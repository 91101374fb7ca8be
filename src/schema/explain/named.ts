import type { JsonValue } from "../../core/json.ts";
import { showValue } from "../../core/match/show-value.ts";
import { clip } from "../../core/text/clip.ts";

type Path = readonly (string | number)[];

/** What a message calls the value at a path: by its key, or by its number in a list. */
export function named(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the document";
  if (typeof last === "string") return `"${clip(last, 60)}"`;
  const list = path.slice(0, -1).at(-1);
  return typeof list === "string" ? `item ${last + 1} of "${clip(list, 60)}"` : `item ${last + 1}`;
}

/** A value in a message: short, on one line, and by its kind where it is not simple. */
export function shown(value: JsonValue): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return clip(showValue(value), 60);
}
