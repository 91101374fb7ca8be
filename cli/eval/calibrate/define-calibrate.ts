import { type Command, Option } from "commander";
import type { CommandDefinition } from "../../command-definition.ts";
import type { CliContext } from "../../context.ts";
import { withJudgeFlags } from "../judge-flags.ts";
import type { CalibrateFlags } from "./calibrate-flags.ts";

/** Gives a command the flags of `eval calibrate` and what it does. */
export function defineCalibrate(
  command: Command,
  run: Parameters<CommandDefinition>[1],
  context: CliContext,
): void {
  withJudgeFlags(
    command
      .description(
        "hold judges against human labels; exit 0 done, 2 used wrongly, 3 no verdict to compare",
      )
      .argument("<labels>", "labels, one JSON object a line; see docs/judges.md")
      .addOption(
        new Option("--format <format>", "what goes to standard output")
          .choices(["pretty", "json"])
          .default("pretty"),
      )
      .option("--no-write", "do not keep what is found in calibrations/"),
  ).action((labels: string, _: unknown, self: Command) =>
    run(async () => {
      const { evalCalibrate } = await import("./eval-calibrate.ts");
      return evalCalibrate(labels, self.optsWithGlobals<CalibrateFlags>(), context);
    }),
  );
}
