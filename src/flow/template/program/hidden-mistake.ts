import { SourceError } from "../lexer/source-error.ts";

/** A mistake that Jinja2 does not see in what it has computed beforehand: a filter it does not know. */
export function isHidden(error: unknown): boolean {
  return error instanceof SourceError && error.type === "TemplateAssertionError";
}
