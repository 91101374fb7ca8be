import type { JsonValue } from "../../core/json.ts";
import type { CheckProblem } from "./check-problem.ts";
import type { CheckPath, SchemaCompiler, UsedParameter } from "./check-reader.ts";
import type { Check, PreparedCheck } from "./check.ts";

/** A name that a check uses, and where. */
export interface CheckReference {
  readonly path: CheckPath;
  readonly name: string;
}

/** An argument that a check speaks of, and whose. */
export interface ParameterReference extends CheckReference, UsedParameter {}

/** A check of a suite, read: ready to use, or with what is wrong; and the names it depends on. */
export interface CheckReport {
  readonly prepared: PreparedCheck | undefined;
  readonly problems: readonly CheckProblem[];
  readonly tools: readonly CheckReference[];
  readonly parameters: readonly ParameterReference[];
  readonly components: readonly CheckReference[];
}

/** Prepares a check whose value fits the check's schema. */
export function prepareCheck(
  check: Check,
  value: JsonValue,
  compileSchema: SchemaCompiler,
): CheckReport {
  const problems: CheckProblem[] = [];
  const tools: CheckReference[] = [];
  const parameters: ParameterReference[] = [];
  const components: CheckReference[] = [];
  const prepared = check.prepare(value, {
    compileSchema,
    invalid: (path, message, hint) => {
      const rest = hint === undefined ? {} : { hint };
      problems.push({ code: "EVAL_CHECK_INVALID", path, message, ...rest });
    },
    nothingToCheck: (path, message) => {
      problems.push({ code: "EVAL_NOTHING_TO_CHECK", path, message });
    },
    usesTool: (path, name) => {
      tools.push({ path, name });
    },
    usesParameter: (path, parameter) => {
      parameters.push({ path, ...parameter });
    },
    usesComponent: (path, name) => {
      components.push({ path, name });
    },
  });
  const usable = problems.length === 0 ? prepared : undefined;
  return { prepared: usable, problems, tools, parameters, components };
}
