import { runReporters } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../outputs.ts";
import type { ReportFlags } from "./report-flags.ts";
import { readRecordedRuns } from "./stored-runs.ts";
import { reportText, writeRunReports } from "./write-run-reports.ts";

/** `flowproof report`: journals in, reports out. */
export async function report(
  names: readonly string[],
  flags: ReportFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read.
  const outputs = parseOutputs(flags.output ?? [], runReporters);
  const format = flags.format ?? (outputs.length === 0 ? "pretty" : undefined);
  const printed = format === undefined ? undefined : reporterNamed(format, runReporters);
  const runs = await readRecordedRuns(names, flags.reports, context);
  await ensureOutputFolders(outputs, context.cwd);
  if (printed !== undefined) {
    const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
    const inputs = runs.map(({ record }) => ({ record, transcripts: [], omitted: [] }));
    const text = reportText(printed, inputs, options);
    for (const piece of typeof text === "string" ? [text] : text) context.stdout(piece);
  }
  await writeRunReports(runs, outputs, context);
  return exitCode.ok;
}
