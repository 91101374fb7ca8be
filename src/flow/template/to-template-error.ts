import { PyRecursionError } from "../../core/python/py-recursion-error.ts";
import { SourceError } from "./lexer/source-error.ts";
import { LimitReached, PythonException } from "./python-exception.ts";
import { TemplateError, type TemplateErrorCode } from "./template-error.ts";
import { positionAt } from "./text/line-at.ts";
import type { Unit } from "./unit.ts";

const codes: Readonly<Record<string, TemplateErrorCode>> = {
  TemplateSyntaxError: "TEMPLATE_SYNTAX",
  TemplateAssertionError: "TEMPLATE_SYNTAX",
  SyntaxError: "TEMPLATE_SYNTAX",
  UndefinedError: "TEMPLATE_UNDEFINED",
  SecurityError: "TEMPLATE_SECURITY",
  TemplateNotFound: "TEMPLATE_NOT_FOUND",
  TemplatesNotFound: "TEMPLATE_NOT_FOUND",
};

/** Where something went wrong: an offset in a text. */
export interface ErrorPlace {
  readonly unit: Unit;
  readonly at: number;
}

/** What is thrown out of the interpreter for what went wrong in it; a defect of ours stays as it is. */
export function toTemplateError(error: unknown, place: ErrorPlace): unknown {
  if (error instanceof SourceError) {
    return templateError(error.type, error.message, {
      unit: error.unit ?? place.unit,
      at: error.at,
    });
  }
  if (error instanceof PythonException) return templateError(error.type, error.message, place);
  if (error instanceof PyRecursionError)
    return templateError("RecursionError", error.message, place);
  if (error instanceof LimitReached) return limitError(error.message, place);
  // The engine's own stack is the last limit: many templates nested in each other can reach it.
  if (error instanceof RangeError) return limitError("the template is nested too deeply", place);
  return error;
}

function templateError(
  pythonType: string,
  message: string,
  { unit, at }: ErrorPlace,
): TemplateError {
  return new TemplateError({
    code: codes[pythonType] ?? "TEMPLATE_RUNTIME",
    message,
    pythonType,
    position: positionAt(unit.source, at),
    template: unit.name,
  });
}

function limitError(message: string, { unit, at }: ErrorPlace): TemplateError {
  return new TemplateError({
    code: "TEMPLATE_LIMIT",
    message,
    pythonType: undefined,
    position: positionAt(unit.source, at),
    template: unit.name,
  });
}
