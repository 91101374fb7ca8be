import type { Command } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import type { ReportFlags } from "./report-flags.ts";
import { runFormatOption, withRunOutputs } from "./report-formats.ts";

/** Describes reporting on a command, and what it does. */
export const defineReport: CommandDefinition = (command, run, context) => {
  withRunOutputs(
    command
      .description(
        "report runs from their journals alone; exit 0 whatever they came to, 2 used wrongly",
      )
      .argument("<runs...>", "runs, each by its id, its folder, or `latest`")
      .addOption(runFormatOption("what goes to standard output; pretty without -o")),
  )
    .option("--reports <folder>", "where runs are", "reports")
    .action((names: readonly string[], _: unknown, self: Command) =>
      run(async () => {
        const { report } = await import("./report.ts");
        return report(names, self.optsWithGlobals<ReportFlags>(), context);
      }),
    );
};
