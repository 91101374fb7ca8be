import { pyJsonString } from "../../core/python/dump-py-json.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { redacted } from "../../core/secrets/redactor.ts";
import type { Redact } from "../../tools/index.ts";

/** A value without secrets, of the same form: only its texts, and the keys of its maps, are touched. */
export function redactValue(value: PyValue, redact: Redact): PyValue {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) {
    return (value as readonly PyValue[]).map((item) => redactValue(item, redact));
  }
  if (!isPyDict(value)) return value;
  return new Map([...value].map(([key, item]) => [redact(key), redactItem(key, item, redact)]));
}

/** Some texts are secrets only because of the key under which they stand. */
function redactItem(key: string, item: PyValue, redact: Redact): PyValue {
  const clean = redactValue(item, redact);
  if (typeof item !== "string" || clean !== item) return clean;
  const pair = `${pyJsonString(key)}: ${pyJsonString(item)}`;
  return redact(pair) === pair ? item : redacted;
}
