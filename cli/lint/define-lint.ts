import { type Command, Option } from "commander";
import { collect } from "../collect.ts";
import type { CommandDefinition } from "../command-definition.ts";
import type { LintFlags } from "./lint-flags.ts";

/** Known here, so that help need not load the rules and reporters; a test compares them. */
export const lintFormats: readonly string[] = [
  "pretty",
  "json",
  "codequality",
  "sarif",
  "junit",
  "markdown",
  "github",
];
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
    .option(
      "--rule <rule=severity>",
      "set a rule to off, info, warning or error, over flowproof.yml; may be repeated",
      collect,
    )
    .option("--max-warnings <number>", "fail if there are more warnings")
    .option("--list-rules", "print every rule and how it is set, and lint nothing")
    .option(
      "--changed-since <git-ref>",
      "lint only what changed since the merge base with a commit, and what uses it; implies --base",
    )
    .option(
      "--base <git-ref>",
      "check versions against the merge base with a commit: no released file changes, steps are large enough",
    )
    .option(
      "--definitions <path>",
      "what is registered as foundational: a .yml or .rb file, or a folder with them; may be repeated; default: `lint.definitions` in flowproof.yml, else definitions.yml in the folders of flows",
      collect,
    )
    .option("--fix", "repair what is safe to repair, and report what is left")
    .option("--fix-dry-run", "print what --fix would change, and write nothing")
    .addOption(
      new Option("--format <format>", "what goes to standard output")
        .choices(lintFormats)
        .default("pretty"),
    )
    .option(
      "-o, --output <file>",
      "write a report, by extension (.json .md .sarif .txt .xml) or format=file; may be repeated",
      collect,
    )
    .action((paths: readonly string[], _: unknown, self: Command) =>
      run(async () => {
        const { lint } = await import("./lint.ts");
        return lint(paths, self.optsWithGlobals<LintFlags>(), context);
      }),
    );
};
