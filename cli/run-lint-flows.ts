import type { CliContext } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { defineLint } from "./lint/define-lint.ts";
import { runProgram } from "./run-program.ts";

/** `flowproof lint` as a program of its own, under the name that GitLab's documentation uses. */
export function runLintFlows(args: readonly string[], context: CliContext): Promise<ExitCode> {
  return runProgram({ name: "lint-flows", define: defineLint }, args, context);
}
