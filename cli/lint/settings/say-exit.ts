import type { LintCounts } from "../../../src/lint/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";

export interface ExitSetting {
  /** Undefined where any number of warnings is allowed. */
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  readonly stderr: CliContext["stderr"];
}

/** The exit code, with the reason in one line on standard error for whoever only sees the code. */
export function sayExit(counts: LintCounts, { maxWarnings, quiet, stderr }: ExitSetting): ExitCode {
  const reason = reasonOf(counts, maxWarnings);
  if (reason === undefined) return exitCode.ok;
  if (!quiet) stderr(`exit ${exitCode.findings}: ${reason}\n`);
  return exitCode.findings;
}

function reasonOf({ error, warning }: LintCounts, max: number | undefined): string | undefined {
  if (error > 0) return "errors were found";
  if (max === undefined || warning <= max) return undefined;
  return `${warning} ${warning === 1 ? "warning" : "warnings"}, ${max} allowed`;
}
