import type { PyDict } from "../../core/python/py-value.ts";
import { normalizeSource } from "./lexer/normalize-source.ts";
import { createReader, type TemplateReader } from "./load-template.ts";
import { contextOf, Output, type Program, Variables } from "./program/run.ts";
import { Budget } from "./runtime/budget.ts";
import { globalValues } from "./runtime/natives/global-object.ts";
import { Runtime } from "./runtime/runtime.ts";
import type { TemplateOptions } from "./template-options.ts";
import { toTemplateError } from "./to-template-error.ts";

/** What the service makes of a prompt template and its variables. Throws a `TemplateError`. */
export function renderPrompt(
  source: string,
  variables: PyDict,
  options: TemplateOptions = {},
): string {
  const reader = createReader(options);
  const program = readProgram(source, reader);
  const runtime = new Runtime({
    budget: new Budget(reader.limits, options.clock),
    vocabulary: reader.vocabulary,
    loader: reader.load,
    debugUndefined: reader.debugUndefined,
    printed: options.printed,
    unit: program.unit,
  });
  const outer = new Variables(variables, new Variables(globalValues));
  const out = new Output(runtime.budget);
  try {
    runtime.execute(program.root, contextOf(program, outer), out);
    return out.text;
  } catch (error) {
    throw toTemplateError(error, runtime);
  }
}

function readProgram(source: string, reader: TemplateReader): Program {
  try {
    const program = reader.readText(source);
    if (program.refusal !== undefined) throw program.refusal;
    return program;
  } catch (error) {
    const unit = { name: undefined, source: normalizeSource(source) };
    throw toTemplateError(error, { unit, at: 0 });
  }
}
