import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { defineCompare } from "../compare/define-compare.ts";

export const compare: CommandDefinition = (program, run, context) => {
  defineCompare(withCommonOptions(program.command("compare")), run, context);
};
