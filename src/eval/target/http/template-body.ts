import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { globalNames, renderTemplate, templateVariables } from "../../../flow/index.ts";
import type { SuitePath } from "../../suite/suite-reader.ts";
import { valueAt } from "../value-at.ts";

/** What templates of a request may name. */
export const requestVariables: readonly string[] = [
  "case",
  "context",
  "conversation",
  "history",
  "session",
  "thread",
  "turn",
  "user",
];

/** A text that is nothing but a name: what it stands for takes its place, whatever it is. */
const onlyName = /^\{\{\s*([A-Za-z_]\w*(?:\.\w+)*)\s*\}\}$/u;

/**
 * Fills the templates of a value. Each text is rendered by itself and becomes a JSON text again, so that
 * nothing in a question can break out of its place. A key whose value is a name that stands for nothing is
 * left out.
 */
export function fillTemplates(value: JsonValue, variables: JsonObject): JsonValue | undefined {
  if (typeof value === "string") return fillText(value, variables);
  if (isJsonArray(value)) {
    return value.flatMap((item) => {
      const filled = fillTemplates(item, variables);
      return filled === undefined ? [] : [filled];
    });
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const filled = fillTemplates(item, variables);
      return filled === undefined ? [] : [[key, filled] as const];
    }),
  );
}

function fillText(text: string, variables: JsonObject): JsonValue | undefined {
  const [, name] = onlyName.exec(text) ?? [];
  if (name === undefined) return renderTemplate(text, variables);
  return valueAt(variables, name.split(".")) ?? undefined;
}

/**
 * The texts of a value.
 *
 * @yields each with the path to it
 */
export function* templatesIn(
  value: JsonValue,
  path: SuitePath = [],
): Generator<readonly [path: SuitePath, text: string]> {
  if (typeof value === "string") yield [path, value];
  else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* templatesIn(item, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* templatesIn(item, [...path, key]);
  }
}

/** The names in a template that no request has. @throws TemplateError for a template that cannot be read */
export function unknownVariables(text: string): readonly string[] {
  return templateVariables(text).filter(
    (name) => !requestVariables.includes(name) && !globalNames.has(name),
  );
}
