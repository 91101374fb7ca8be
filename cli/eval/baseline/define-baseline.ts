import { type Command, Option } from "commander";
import type { CommandDefinition } from "../../command-definition.ts";
import { withCommonOptions } from "../../common-options.ts";
import type { CliContext } from "../../context.ts";
import type {
  AcceptBaselineFlags,
  DiffBaselineFlags,
  ShowBaselineFlags,
} from "./baseline-flags.ts";

/** Gives the group `eval baseline` its commands. */
export function defineBaseline(
  group: Command,
  run: Parameters<CommandDefinition>[1],
  context: CliContext,
): void {
  group.description("keep what a target came to, for gates and comparisons; see docs/baselines.md");
  withRunFlags(
    group
      .command("accept")
      .description("take a run into the baselines of its suites; exit 0 done, 2 refused")
      .argument("[run]", "a run's id, its folder, or `latest`", "latest")
      .option(
        "-o, --output <file>",
        "one file for all suites; default: <suite>.baseline.json beside each suite",
      ),
  ).action((name: string, _: unknown, self: Command) =>
    run(async () => {
      const { acceptBaseline } = await import("./accept-baseline.ts");
      return acceptBaseline(name, self.optsWithGlobals<AcceptBaselineFlags>(), context);
    }),
  );
  withFormat(group.command("show"))
    .description("say what a baseline holds")
    .argument("<file>", "a baseline")
    .action((file: string, _: unknown, self: Command) =>
      run(async () => {
        const { showBaseline } = await import("./show-baseline.ts");
        return showBaseline(file, self.optsWithGlobals<ShowBaselineFlags>(), context);
      }),
    );
  withRunFlags(
    group
      .command("diff")
      .description(
        "say what accepting a run would change; exit 0 no case, 1 some case would come or go, pass or fail",
      )
      .argument("<file>", "a baseline")
      .argument("[run]", "a run's id, its folder, or `latest`", "latest"),
  ).action((file: string, name: string, ...[, self]: readonly [unknown, Command]) =>
    run(async () => {
      const { diffBaseline } = await import("./diff-baseline.ts");
      return diffBaseline({ file, run: name }, self.optsWithGlobals<DiffBaselineFlags>(), context);
    }),
  );
}

function withRunFlags(command: Command): Command {
  return withFormat(command)
    .option("--target <name>", "which target of the run, where it has several")
    .option("--prune", "remove cases that the run does not have")
    .option("--allow-labels", "mix a script, a replay or recorded answers with live models")
    .option("--reports <folder>", "where the folders of runs are", "reports");
}

function withFormat(command: Command): Command {
  return withCommonOptions(
    command.addOption(
      new Option("--format <format>", "what goes to standard output")
        .choices(["pretty", "json"])
        .default("pretty"),
    ),
  );
}
