import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { knownForms } from "../../core/secrets/known-values.ts";
import { redacted } from "../../core/secrets/redactor.ts";

/**
 * Takes known secrets out of what came from elsewhere, and nothing else: texts that only look like secrets are
 * what checks look for.
 */
export interface KnownHider {
  readonly text: (text: string) => string;
  readonly json: (value: JsonValue) => JsonValue;
  readonly map: (value: JsonObject) => JsonObject;
}

/** @param secrets as they were sent */
export function knownHider(secrets: readonly string[]): KnownHider {
  const forms = knownForms(secrets).toSorted((a, b) => b.length - a.length);
  const text = (given: string): string =>
    forms.reduce((clean, form) => clean.replaceAll(form, redacted), given);
  const json = (value: JsonValue): JsonValue => {
    if (typeof value === "string") return text(value);
    if (isJsonArray(value)) return value.map(json);
    return isJsonObject(value) ? map(value) : value;
  };
  const map = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), json(item)]));
  return { text, json, map };
}
