import { type Command, InvalidArgumentError } from "commander";
import type { CommandDefinition } from "../../command-definition.ts";
import type { CliContext } from "../../context.ts";
import { runFormatOption, withRunOutputs } from "../../report/report-formats.ts";
import { withJudgeFlags } from "../judge-flags.ts";
import { positiveInteger } from "../number-flags.ts";
import type { RescoreFlags } from "./rescore-flags.ts";

/** More would cost a lot and tell nothing new; a slip of the keyboard should not. */
const maxRepeat = 100;

/** Gives a command the flags of `eval rescore` and what it does. */
export function defineRescore(
  command: Command,
  run: Parameters<CommandDefinition>[1],
  context: CliContext,
): void {
  withJudgeFlags(
    command
      .description("judge what a run recorded again, without its agent; exit codes of `eval run`")
      .argument("<run>", "a run's id, its folder, or `latest`")
      .option("--recorded", "by the criteria of the run, not by those that its suites have now")
      .option(
        "--repeat <n>",
        `judge everything n times, at most ${maxRepeat}, and tell what verdicts vary by (default: 1)`,
        repeatCount,
      )
      .addOption(runFormatOption().default("pretty")),
  );
  withRunOutputs(command).action((name: string, _: unknown, self: Command) =>
    run(async () => {
      const { evalRescore } = await import("./eval-rescore.ts");
      return evalRescore(name, self.optsWithGlobals<RescoreFlags>(), context);
    }),
  );
}

function repeatCount(text: string): number {
  const count = positiveInteger(text);
  if (count > maxRepeat) throw new InvalidArgumentError(`It must be at most ${maxRepeat}.`);
  return count;
}
