import { AppError } from "../core/errors/app-error.ts";
import type { YamlProblem } from "./yaml-problem.ts";

/** The problems for which a file cannot be used, as errors for the user; warnings are left out. */
export function yamlErrors(problems: readonly YamlProblem[], file: string): AppError[] {
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ message, hint, range }) => {
      const { line, column } = range.start;
      return new AppError("YAML_INVALID", message, { hint, place: { file, line, column } });
    });
}
