import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { defineLint } from "../lint/define-lint.ts";

export const lint: CommandDefinition = (program, run, context) => {
  defineLint(withCommonOptions(program.command("lint")), run, context);
};
