import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { clip } from "../../core/text/clip.ts";
import { PyDate } from "../../yaml/index.ts";

const maxShown = 60;

/** A wrong value behind a word for what it should have been: `unknown version "v2"`. */
export function quoteValue(value: PyValue | undefined): string {
  if (typeof value !== "string") return describeValue(value);
  return JSON.stringify(clip(value, maxShown));
}

/** What a wrong value is, for a message: `the text "web"`, `3`, `null`, `a list`. */
export function describeValue(value: PyValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return `the text ${quoteValue(value)}`;
  if (typeof value === "boolean") return String(value);
  if (isPyDict(value)) return value.size === 0 ? "an empty mapping" : "a mapping";
  if (value instanceof PyDate) return `the date ${clip(value.text, maxShown)}`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return clip(pyRepr(value), maxShown);
}
