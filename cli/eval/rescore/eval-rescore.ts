import { runExitCode } from "../../../src/compare/index.ts";
import { loadConfig } from "../../../src/config/index.ts";
import { printable } from "../../../src/core/text/printable.ts";
import { planRescore } from "../../../src/eval/index.ts";
import { runReporters } from "../../../src/report/index.ts";
import type { CliContext } from "../../context.ts";
import type { ExitCode } from "../../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../../outputs.ts";
import { exitReason } from "../exit-reason.ts";
import { judgeSources } from "../judge-sources.ts";
import { readStoredRun } from "../stored-run.ts";
import { writeReports } from "../write-reports.ts";
import { presentSuites } from "./present-suites.ts";
import type { RescoreFlags } from "./rescore-flags.ts";
import { runRescore } from "./run-rescore.ts";

/** `flowproof eval rescore`: a recorded run in, a run with new verdicts out. */
export async function evalRescore(
  name: string,
  flags: RescoreFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read or asked.
  const outputs = parseOutputs(flags.output ?? [], runReporters);
  const reporter = reporterNamed(flags.format, runReporters);
  const config = await loadConfig(context.cwd, context.files);
  const stored = await readStoredRun(name, flags.reports, context);
  const isRecorded = flags.recorded === true;
  const { suites: planned } = stored.record.started;
  const suites = isRecorded ? [] : await presentSuites(planned, { config, context });
  const models = judgeSources(flags, config, context);
  const plan = planRescore(stored, { suites, recorded: isRecorded, models });
  await ensureOutputFolders(outputs, context.cwd);
  if (flags.quiet !== true) {
    for (const notice of plan.notices) context.stderr(`note: ${printable(notice)}\n`);
  }
  const record = await runRescore(plan, stored, { flags, config, context });
  const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
  context.stdout(reporter.format(record, options));
  await writeReports(record, outputs, { reports: flags.reports, context });
  const code = runExitCode(record);
  const isOpen = record.cases.some(({ outcome }) => outcome === undefined);
  const reason = code === 3 && isOpen ? "cannot tell: trials are missing" : exitReason(record);
  if (reason !== undefined && flags.quiet !== true) context.stderr(`exit ${code}: ${reason}\n`);
  return code;
}
