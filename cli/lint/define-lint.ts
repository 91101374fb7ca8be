import { type Command, Option } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import type { LintFlags } from "./lint-flags.ts";

/** Known here, so that help need not load the rules and reporters; a test compares them. */
export const lintFormats: readonly string[] = ["pretty", "json"];
export const lintOrigins: readonly string[] = ["service", "policy", "style"];

/** Describes linting on a command: `flowproof lint`, and `lint-flows` whole. */
export const defineLint: CommandDefinition = (command, run, context) => {
  command
    .description(
      "report what is wrong in flow configs: what the service would refuse, what a policy forbids, what cannot be meant so; exit 0 no error found, 1 errors found, 2 used wrongly",
    )
    .argument(
      "[paths...]",
      "files, folders, patterns (flows/**/*.yml), - for standard input; default: `registries.flows` in flowproof.yml, else flows/",
    )
    .option("--stdin-filename <path>", "what standard input is called in reports")
    .option(
      "--only <origins>",
      `report findings of these origins only: ${lintOrigins.join(", ")} (a list, or repeated)`,
      collect,
    )
    .addOption(
      new Option("--format <format>", "what goes to standard output")
        .choices(lintFormats)
        .default("pretty"),
    )
    .option(
      "-o, --output <file>",
      "write a report, by extension (.json .txt) or format=file; may be repeated",
      collect,
    )
    .action((paths: readonly string[], _: unknown, self: Command) =>
      run(async () => {
        const { lint } = await import("./lint.ts");
        return lint(paths, self.optsWithGlobals<LintFlags>(), context);
      }),
    );
};

function collect(value: string, values: readonly string[] | undefined): readonly string[] {
  return [...(values ?? []), value];
}
