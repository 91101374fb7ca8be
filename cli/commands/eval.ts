import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import type { EvalRunFlags } from "../eval/eval-run-flags.ts";

const formats = ["pretty", "json", "junit"];

export const evalCommand: CommandDefinition = (program, run, context) => {
  const group = program
    .command("eval")
    .description("run suites against flows: real model calls, mocked tools, checks, a judge");
  withCommonOptions(
    group
      .command("run")
      .description("run suites and report; exit 0 passed, 1 failed, 2 used wrongly, 3 cannot tell")
      .argument("[paths...]", "suites, or folders of suites; default: `suites` in flowproof.yml")
      .option("-m, --model <provider/name>", "the agent's model (also EXECUTION_MODEL)")
      .addOption(new Option("--execution-model <provider/name>", "the same as --model"))
      .option("--judge-model <provider/name>", "the judge's model (also VALIDATION_MODEL)")
      .addOption(new Option("--validation-model <provider/name>", "the same as --judge-model"))
      .option("--script <file>", "play every role from this script, whatever else is said")
      .option("--base-url <url>", "the endpoint of Anthropic models (also ANTHROPIC_BASE_URL)")
      .addOption(
        new Option("--format <format>", "what goes to standard output")
          .choices(formats)
          .default("pretty"),
      )
      .option(
        "-o, --output <file>",
        "write a report, by extension (.json .xml .txt) or format=file; may be repeated",
        (file: string, files: readonly string[] | undefined) => [...(files ?? []), file],
      )
      .option("--reports <folder>", "where the run's folder is made", "reports")
      .option("-j, --concurrency <n>", "trials at a time (default: 8)", positiveInteger)
      .option("--seed <n>", "seed of everything random (default: 0)", wholeNumber)
      .option("--dry-run", "ask nobody: count requests and tokens on the scripts, and price them"),
  ).action((paths: readonly string[], _: unknown, command: Command) =>
    run(async () => {
      const { evalRun } = await import("../eval/eval-run.ts");
      return evalRun(paths, command.optsWithGlobals<EvalRunFlags>(), context);
    }),
  );
};

function positiveInteger(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError("It must be at least 1.");
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
