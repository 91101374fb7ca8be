import { loadConfig } from "../../src/config/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { estimateRun, type RunPlan, pricesOf } from "../../src/eval/index.ts";
import { exitCodeOf, type RunRecord } from "../../src/record/index.ts";
import { runReporters } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import { ensureOutputFolders, parseOutputs, reporterNamed } from "../outputs.ts";
import { checkCassetteFlags } from "./cassettes/check-flags.ts";
import { openTapes } from "./cassettes/open-tapes.ts";
import { withTapes } from "./cassettes/run-tapes.ts";
import { emptyRecord } from "./empty-record.ts";
import { estimateText } from "./estimate-text.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { createModels } from "./models.ts";
import { planOf, type PlanSetting } from "./plan-of.ts";
import { runPlan } from "./run-plan.ts";
import { writeReports } from "./write-reports.ts";

/** `flowproof eval run`: suites in, reports and an exit code out. */
export async function evalRun(
  paths: readonly string[],
  flags: EvalRunFlags,
  context: CliContext,
): Promise<ExitCode> {
  // Everything that can be wrong with the command line is said before anything is read or asked.
  const outputs = parseOutputs(flags.output ?? [], runReporters);
  checkCassetteFlags(flags);
  const reporter = reporterNamed(flags.format, runReporters);
  const config = await loadConfig(context.cwd, context.files);
  const { plan, nothing, recordings } = await planOf(paths, { flags, config, context });
  const options = { color: context.terminal.color.stdout, verbose: flags.verbose === true };
  if (nothing !== undefined) {
    const record = emptyRecord(plan, context);
    if (flags.format === "pretty") context.stdout(`${printable(nothing)}\n`);
    else {
      sayNotes([nothing], flags, context);
      context.stdout(reporter.format(record, options));
    }
    await ensureOutputFolders(outputs, context.cwd);
    await writeReports(record, outputs, context);
    return exitCode.ok;
  }
  if (flags.dryRun === true) {
    sayNotes(plan.notices, flags, context);
    return dryRun(plan, { flags, config, context });
  }
  await ensureOutputFolders(outputs, context.cwd);
  const tapes = await openTapes(plan, { flags, recordings, context });
  // Only now: of a suite without a cassette there is nothing else to say.
  sayNotes(plan.notices, flags, context);
  const record = await withTapes(
    tapes,
    () => runPlan(plan, { flags, config, context, tapes }),
    (notes) => sayNotes(notes, flags, context),
  );
  context.stdout(reporter.format(record, options));
  await writeReports(record, outputs, context);
  return sayExit(record, flags, context);
}

function sayNotes(notes: readonly string[], { quiet }: EvalRunFlags, { stderr }: CliContext): void {
  if (quiet === true) return;
  for (const note of notes) stderr(`note: ${printable(note)}\n`);
}

async function dryRun(plan: RunPlan, { flags, config, context }: PlanSetting): Promise<ExitCode> {
  const estimate = await estimateRun(plan, {
    clock: context.clock,
    createModel: createModels({ flags, context, concurrency: plan.concurrency }),
    prices: pricesOf(config),
    signal: context.signal,
  });
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, ...estimate })
      : estimateText(plan, estimate),
  );
  return exitCode.ok;
}

const reasons: Readonly<Record<number, string>> = {
  1: "a case failed",
  2: "a suite is wrong at run time",
  3: "cannot tell: the provider or the judge failed too often",
  4: "a limit stopped the run; what was done is kept",
  130: "interrupted; what was done is kept",
};

/** The reason in one line on standard error, for whoever only sees the code. */
function sayExit(record: RunRecord, flags: EvalRunFlags, { stderr }: CliContext): ExitCode {
  const code = exitCodeOf(record);
  const reason = reasons[code];
  if (reason !== undefined && flags.quiet !== true) stderr(`exit ${code}: ${reason}\n`);
  return code;
}
