import { Command, CommanderError } from "commander";
import { AppError } from "../src/core/errors/app-error.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { withCommonOptions } from "./common-options.ts";
import type { CliContext } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { guardedContext } from "./guarded-context.ts";
import { printError } from "./print-error.ts";

/** A program by the name under which it is called. */
export interface ProgramDefinition {
  readonly name: string;
  /** Says what the program does, or adds its commands. */
  readonly define: CommandDefinition;
  /** The program says itself what --version means. */
  readonly ownVersion?: boolean;
}

/** A whole program as a function: arguments and a world in, an exit code out. */
export async function runProgram(
  { name, define, ownVersion = false }: ProgramDefinition,
  args: readonly string[],
  world: CliContext,
): Promise<ExitCode> {
  const context = guardedContext(world);
  let result: ExitCode = exitCode.ok;
  const program = withCommonOptions(new Command(name))
    // A flag after a command is the command's: `fetch agents --version duo_planner=^1.0.0`.
    .enablePositionalOptions()
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: context.stdout,
      writeErr: () => undefined,
    });
  if (!ownVersion) program.version(context.versions.flowproof, "--version", "print the version");
  define(program, async (action) => void (result = await action()), context);
  harden(program);
  const verbose = args.includes("-v") || args.includes("--verbose");
  try {
    await program.parseAsync(args, { from: "user" });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return usage(error, { args, program, context });
    if (isInterruption(error, context)) {
      if (!args.includes("-q") && !args.includes("--quiet")) {
        context.stderr("exit 130: interrupted\n");
      }
      return exitCode.interrupted;
    }
    return printError(error, { verbose, stderr: context.stderr });
  }
}

/** Whatever a command waited for ends so when the user has had enough. */
function isInterruption(error: unknown, { signal }: CliContext): boolean {
  return signal.aborted && error instanceof Error && error.name === "AbortError";
}

/** Commander shall throw and not exit, in every command below as well. */
function harden(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) {
    each.copyInheritedSettings(command);
    harden(each);
  }
}

interface UsageSetting {
  readonly args: readonly string[];
  readonly program: Command;
  readonly context: CliContext;
}

/** The innermost group that a command line names, with the words that lead to it. */
function groupIn(
  program: Command,
  args: readonly string[],
): { readonly group: Command; readonly words: readonly string[] } {
  let group = program;
  const words: string[] = [];
  for (const word of args) {
    const inner = group.commands.find((each) => each.name() === word);
    if (inner === undefined) continue;
    group = inner;
    words.push(word);
  }
  return { group, words: words.length === 0 ? [program.name()] : words };
}

function usage(error: CommanderError, { args, program, context }: UsageSetting): ExitCode {
  if (error.exitCode === 0) return exitCode.ok;
  if (error.code === "commander.help") {
    // A group without a command: say which there are.
    const { group, words } = groupIn(program, args);
    const names = group.commands.map((each) => each.name()).join(", ");
    const message = `\`${words.join(" ")}\` needs a command`;
    return printError(new AppError("CLI_USAGE", message, { hint: `one of ${names}` }), {
      verbose: false,
      stderr: context.stderr,
    });
  }
  const [message = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const hint =
    suggestion?.replaceAll(/^\(|\)$/g, "") ??
    `\`${[program.name(), ...namedCommands(program, args), "--help"].join(" ")}\` lists what there is`;
  const known = new AppError("CLI_USAGE", message, { hint });
  return printError(known, { verbose: false, stderr: context.stderr });
}

/** The commands that the arguments begin with, as far as they exist: `eval run`. */
function namedCommands(program: Command, args: readonly string[]): string[] {
  const [first, ...rest] = args;
  const command = program.commands.find((each) => each.name() === first);
  return command === undefined ? [] : [command.name(), ...namedCommands(command, rest)];
}
