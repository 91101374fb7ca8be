import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { clip } from "../../core/text/clip.ts";

const maxShown = 60;

/** What a wrong value is, for a message: `the text "web"`, `3`, `null`, `a list`. */
export function describeValue(value: PyValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return `the text ${JSON.stringify(clip(value, maxShown))}`;
  if (typeof value === "boolean") return String(value);
  if (isPyDict(value)) return value.size === 0 ? "an empty mapping" : "a mapping";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return clip(pyRepr(value), maxShown);
}
