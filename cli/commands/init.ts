import type { Command } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { type CommonFlags, withCommonOptions } from "../common-options.ts";

export const init: CommandDefinition = (program, run, context) => {
  withCommonOptions(
    program
      .command("init")
      .description(
        "write flowproof.yml, a first suite that passes and two CI jobs for this repository; never changes a file",
      ),
  ).action((_: unknown, command: Command) =>
    run(async () => {
      const { init: initialize } = await import("../init/init.ts");
      return initialize(command.optsWithGlobals<CommonFlags>(), context);
    }),
  );
};
