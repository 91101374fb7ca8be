import { type Command, Option } from "commander";
import type { CommandDefinition } from "../../command-definition.ts";
import type { CliContext } from "../../context.ts";
import type { EvalValidateFlags } from "./validate-flags.ts";

const formats = ["pretty", "json", "codequality", "github", "junit", "markdown"];

/** Gives a command the flags of `eval validate` and what it does. */
export function defineValidate(
  command: Command,
  run: Parameters<CommandDefinition>[1],
  context: CliContext,
): void {
  command
    .description(
      "find mistakes in suites without a model; exit 0 nothing, 1 errors, 2 used wrongly",
    )
    .argument("[paths...]", "suites, or folders of suites; default: `suites` in flowproof.yml")
    .addOption(
      new Option("--format <format>", "what goes to standard output")
        .choices(formats)
        .default("pretty"),
    )
    .option(
      "-o, --output <file>",
      "write a report, by extension (.json .md .txt .xml) or format=file; may be repeated",
      (file: string, files: readonly string[] | undefined) => [...(files ?? []), file],
    )
    .option("--max-warnings <n>", "exit 1 with more warnings than this")
    .action((paths: readonly string[], _: unknown, self: Command) =>
      run(async () => {
        const { evalValidate } = await import("./eval-validate.ts");
        return evalValidate(paths, self.optsWithGlobals<EvalValidateFlags>(), context);
      }),
    );
}
