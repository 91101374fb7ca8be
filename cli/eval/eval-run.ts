import { runExitCode } from "../../src/compare/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { estimateRun, type RunPlan, pricesOf, rateNotices } from "../../src/eval/index.ts";
import { limitGarbage } from "../../src/platform/index.ts";
import type { RunRecord } from "../../src/record/index.ts";
import { limitText, runReporters } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../outputs.ts";
import { checkCacheFlags } from "./cache/open-cache.ts";
import { checkCassetteFlags } from "./cassettes/check-flags.ts";
import { openTapes } from "./cassettes/open-tapes.ts";
import { withTapes } from "./cassettes/run-tapes.ts";
import { emptyRecord } from "./empty-record.ts";
import { estimateText } from "./estimate-text.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { exitReason } from "./exit-reason.ts";
import { openHistory } from "./history/run-history.ts";
import { withPrices } from "./limits/with-prices.ts";
import { modelSettings } from "./model-settings.ts";
import { createModels } from "./models.ts";
import { planOf, type PlanSetting } from "./plan-of.ts";
import { checkResumeFlags } from "./resume/check-resume-flags.ts";
import { goOnCommand } from "./resume/go-on-command.ts";
import { requestOf } from "./resume/kept-flags.ts";
import { rerunOfThen } from "./resume/rerun-of-then.ts";
import { type AskedRun, withEarlierRun } from "./resume/with-earlier-run.ts";
import { withFinished } from "./resume/with-finished.ts";
import { runPlan } from "./run-plan.ts";
import { writeReports } from "./write-reports.ts";

/** `flowproof eval run`: suites in, reports and an exit code out. */
export async function evalRun(
  paths: readonly string[],
  flags: EvalRunFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Before the suites are read: how far memory may grow is decided each time it is collected.
  limitGarbage();
  checkResumeFlags(flags);
  const work = (asked: AskedRun): Promise<ExitCode> => evalAsked(asked, context);
  const given = { paths, flags };
  return flags.resume === undefined ? work(given) : withEarlierRun(given, context, work);
}

async function evalAsked(
  { paths, flags, earlier, selectsAnew = false }: AskedRun,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read or asked.
  const outputs = parseOutputs(flags.output ?? [], runReporters);
  checkCassetteFlags(flags);
  checkCacheFlags(flags);
  const reporter = reporterNamed(flags.format, runReporters);
  const config = await withPrices(await loadConfig(context.cwd, context.files), flags, context);
  const rerunThen = earlier === undefined ? undefined : rerunOfThen(earlier.record.started);
  const planned = await planOf(paths, { flags, config, context, rerunThen });
  const { nothing, recordings } = planned;
  const plan =
    earlier === undefined
      ? planned.plan
      : withFinished(planned.plan, earlier.record, { selectsAnew });
  const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
  if (nothing !== undefined) {
    const record = emptyRecord(plan, context);
    if (flags.format === "pretty") context.stdout(`${printable(nothing)}\n`);
    else {
      sayNotes([nothing], flags, context);
      context.stdout(reporter.format(record, options));
    }
    await ensureOutputFolders(outputs, context.cwd);
    await writeReports(record, outputs, { reports: flags.reports, context });
    return exitCode.ok;
  }
  const notices = [
    ...plan.notices,
    ...rateNotices(plan, modelSettings(flags, config.models).rates),
  ];
  if (flags.dryRun === true) {
    sayNotes(notices, flags, context);
    return dryRun(plan, { flags, config, context });
  }
  await ensureOutputFolders(outputs, context.cwd);
  const tapes = await openTapes(plan, { flags, recordings, context });
  // Only now: of a suite without a cassette there is nothing else to say.
  sayNotes(notices, flags, context);
  const request = requestOf(paths, flags, context);
  const record = await withTapes(
    tapes,
    () => runPlan(plan, { flags, config, context, tapes, request, earlier }),
    (notes) => sayNotes(notes, flags, context),
  );
  context.stdout(reporter.format(record, options));
  await writeReports(record, outputs, { reports: flags.reports, context });
  return sayExit(record, flags, context);
}

function sayNotes(notes: readonly string[], { quiet }: EvalRunFlags, { stderr }: CliContext): void {
  if (quiet === true) return;
  for (const note of notes) stderr(`note: ${printable(note)}\n`);
}

async function dryRun(plan: RunPlan, { flags, config, context }: PlanSetting): Promise<ExitCode> {
  const estimate = await estimateRun(plan, {
    clock: context.clock,
    createModel: createModels({
      flags,
      models: config.models,
      context,
      concurrency: plan.concurrency,
    }),
    prices: pricesOf(config),
    history: await openHistory(plan, { flags, config, context }),
    signal: context.signal,
  });
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, ...estimate })
      : estimateText(plan, estimate),
  );
  return exitCode.ok;
}

/** The reason in one line on standard error, for whoever only sees the code. */
function sayExit(record: RunRecord, flags: EvalRunFlags, { stderr }: CliContext): ExitCode {
  const code = runExitCode(record);
  const { limit } = record;
  const reason =
    limit === undefined ? exitReason(record) : `${limitText(limit)}; what was done is kept`;
  const isOpen = record.end === "interrupted" || record.end === "limit";
  const goOn = isOpen ? `; go on with: ${goOnCommand(record.started.run, flags.reports)}` : "";
  if (reason !== undefined && flags.quiet !== true) {
    stderr(printable(`exit ${code}: ${reason}${goOn}\n`));
  }
  return code;
}
