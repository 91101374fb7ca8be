import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { defineReport } from "../report/define-report.ts";

export const report: CommandDefinition = (program, run, context) => {
  defineReport(withCommonOptions(program.command("report")), run, context);
};
