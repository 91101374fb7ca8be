import * as commands from "./commands/index.ts";
import type { CliContext } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { type ProgramDefinition, runProgram } from "./run-program.ts";

const flowproof: ProgramDefinition = {
  name: "flowproof",
  define(program, run, context) {
    program.description("Fetch, lint and evaluate GitLab Duo agents and flows before they ship.");
    for (const define of Object.values(commands)) define(program, run, context);
  },
};

/** The program with all its commands. */
export function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  return runProgram(flowproof, args.length === 0 ? ["--help"] : args, context);
}
