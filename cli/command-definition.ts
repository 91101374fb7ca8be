import type { Command } from "commander";
import type { CliContext } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";

/** Adds one command to the program. What is heavy is imported when the command is run. */
export type CommandDefinition = (
  program: Command,
  run: (action: () => Promise<ExitCode>) => Promise<void>,
  context: CliContext,
) => void;
