import type { PyDict } from "../../core/python/py-value.ts";
import { renderPrompt, TemplateError } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";

/** A template with what it is rendered with. */
export interface TemplateFilling {
  readonly source: string;
  /** What the template is called where it fails. */
  readonly where: string;
  readonly variables: PyDict;
  /** `chat-partial` is the first pass of a chat's system text: unknown names stay as they are. */
  readonly pass?: "service" | "chat-partial";
  /** Changes what expressions with values print. */
  readonly printed?: (text: string) => string;
}

/** Renders a template of a flow. @throws FlowFailure where the service would stop the run. */
export function renderText(filling: TemplateFilling, { options, files }: RunScope): string {
  const { source, variables, printed, pass = "service" } = filling;
  try {
    return renderPrompt(source, variables, { pass, files, printed, clock: options.clock });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new FlowFailure("template_error", templateProblem(error, filling.where), {
      cause: error,
    });
  }
}

function templateProblem(error: TemplateError, where: string): string {
  const { pythonType, message, position, template } = error;
  const problem =
    pythonType === "TemplateNotFound" ? `there is no file "${message}" to include` : message;
  const included = template === undefined ? [] : [`included "${template}"`];
  const spot = position === undefined ? [] : [`line ${position.line}, column ${position.column}`];
  return `${problem} (${[where, ...included, ...spot].join(", ")})`;
}
