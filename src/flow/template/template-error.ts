import { AppError } from "../../core/errors/app-error.ts";
import type { Position } from "../../core/position.ts";

/** The kinds of errors that a template can end with. */
export type TemplateErrorCode =
  | "TEMPLATE_SYNTAX"
  | "TEMPLATE_UNDEFINED"
  | "TEMPLATE_SECURITY"
  | "TEMPLATE_RUNTIME"
  | "TEMPLATE_LIMIT"
  | "TEMPLATE_NOT_FOUND";

/** What is known of an error. */
export interface TemplateErrorParts {
  readonly code: TemplateErrorCode;
  readonly message: string;
  /** The name of the exception that the service would raise; undefined for our own limits. */
  readonly pythonType: string | undefined;
  /** Where in the template, as far as it is known. */
  readonly position: Position | undefined;
  /** The template as it was included; undefined for the text that was given. */
  readonly template: string | undefined;
}

/** A template that cannot be read or rendered. */
export class TemplateError extends AppError {
  readonly pythonType: string | undefined;
  readonly position: Position | undefined;
  readonly template: string | undefined;

  constructor({ code, message, pythonType, position, template }: TemplateErrorParts) {
    super(code, message, { hint: hints[code] });
    this.pythonType = pythonType;
    this.position = position;
    this.template = template;
  }
}

const hints: Readonly<Record<TemplateErrorCode, string>> = {
  TEMPLATE_SYNTAX: "correct the template; the service would refuse it before it runs",
  TEMPLATE_UNDEFINED: "pass the variable, or guard the place with `is defined` or `default`",
  TEMPLATE_SECURITY: "use a filter or test instead; the service allows no calls in prompts",
  TEMPLATE_RUNTIME: "correct the template or its variables; the service would fail here too",
  TEMPLATE_LIMIT: "make the template or its variables smaller",
  TEMPLATE_NOT_FOUND: "correct the name, or configure the folder of the prompt registry",
};
