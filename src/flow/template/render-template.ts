import type { JsonObject } from "../../core/json.ts";
import { variablesFromJson } from "./json-variables.ts";
import { renderPrompt } from "./render-prompt.ts";
import type { TemplateOptions } from "./template-options.ts";

/**
 * What the service makes of a Jinja2 prompt template and its variables, character for character.
 * Throws a `TemplateError` where the service would raise an exception, and at limits of its own.
 *
 * @example
 * renderTemplate("Hello {{ name }}!", { name: "Ada" }); // "Hello Ada!"
 */
export function renderTemplate(
  source: string,
  variables: JsonObject,
  options: TemplateOptions = {},
): string {
  return renderPrompt(source, variablesFromJson(variables), options);
}
