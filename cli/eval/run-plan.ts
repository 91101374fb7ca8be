import { join, resolve } from "node:path";
import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { createRedactor } from "../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../src/core/secrets/secret-values.ts";
import { printable } from "../../src/core/text/printable.ts";
import {
  measureCoverage,
  openModels,
  requirePrices,
  type RunPlan,
  runSuites,
  startedEvent,
  pricesOf,
} from "../../src/eval/index.ts";
import {
  linkLatest,
  newRunId,
  removeFolder,
  systemRandom,
  writeAtomic,
} from "../../src/platform/index.ts";
import {
  createRunFold,
  type Journal,
  openJournal,
  type RunEvent,
  type RunRecord,
} from "../../src/record/index.ts";
import {
  count,
  createPlainLive,
  createTerminalLive,
  kindOf,
  type LiveReporter,
  runReporters,
} from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import type { RunTapes } from "./cassettes/run-tapes.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { createModels } from "./models.ts";

export interface RunSetting {
  readonly flags: EvalRunFlags;
  readonly config: Config;
  readonly context: CliContext;
  /** Keeps what models say, or says it again. */
  readonly tapes?: RunTapes | undefined;
}

/**
 * Runs a plan in a folder of its own, and gives back what came of it.
 *
 * @throws AppError when the run cannot go on; a folder in which nothing was finished is removed.
 */
export async function runPlan(plan: RunPlan, setting: RunSetting): Promise<RunRecord> {
  const { flags, config, context, tapes } = setting;
  const { clock, versions, env, signal } = context;
  const live = openLive(setting);
  const onWait = (ms: number, reason: string): void => live?.onWait?.(ms, reason);
  const { concurrency } = plan;
  // Before the first file: a missing key leaves nothing behind.
  const createModel = tapes?.createModel ?? createModels({ flags, context, concurrency, onWait });
  const models = await openModels(plan, createModel);
  requirePrices(plan, models, pricesOf(config));
  const reports = resolve(context.cwd, flags.reports);
  const run = newRunId(clock, systemRandom);
  const started = startedEvent(plan, { run, at: new Date(clock.now()).toISOString(), versions });
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const journal = await openJournal(join(reports, run), started, redactor);
  const fold = createRunFold();
  let linked: Promise<void> | undefined;
  const take = (event: RunEvent): void => {
    fold.add(event);
    live?.onEvent(event);
    // From the first result on this is the last run, however it ends.
    if (event.type === "trial_finished") linked ??= linkRun(reports, run, context);
  };
  take(started);
  if (flags.quiet !== true)
    context.stderr(`${printable(headline(plan, join(flags.reports, run)))}\n`);
  try {
    await runSuites(plan, {
      clock,
      emit: (event) => take(journal.append(event)),
      models,
      prices: pricesOf(config),
      tapes: tapes?.tapes,
      signal,
    });
  } catch (error) {
    await discardIfEmpty(journal, fold.record());
    throw error;
  } finally {
    live?.close();
    await linked;
    await journal.close();
  }
  const folded = fold.record();
  const record: RunRecord =
    flags.coverage === true ? { ...folded, coverage: measureCoverage(plan, folded) } : folded;
  const json = runReporters.get("json");
  await writeAtomic(join(journal.folder, "summary.json"), json?.parts?.(record) ?? "");
  return record;
}

async function linkRun(reports: string, run: string, { stderr }: CliContext): Promise<void> {
  try {
    await linkLatest(reports, run);
  } catch (error) {
    // The run is whole without its second name.
    if (!(error instanceof AppError)) throw error;
    stderr(`note: ${printable(error.message)}\n`);
  }
}

function headline({ cases, suites, labels, selection }: RunPlan, folder: string): string {
  const trials = cases.reduce((sum, { planned }) => sum + planned.trials, 0);
  const kind = kindOf(labels);
  const models = [...new Set(suites.flatMap(({ agentModel }) => agentModel))];
  const who = kind ?? models.join(", ");
  const part =
    selection === undefined
      ? ""
      : ` (${selection.asked.join(" ")}: ${selection.cases} of ${selection.of})`;
  return `${count(cases.length, "case")}${part}, ${count(trials, "trial")} · ${who} · ${folder}`;
}

/** A log can wait so long for its next lines; a write for each of them would cost more than the line. */
const plainPauseMs = 50;

function openLive({ flags, context }: RunSetting): LiveReporter | undefined {
  if (flags.quiet === true) return undefined;
  const { stderr, terminal } = context;
  if (!terminal.live) {
    return createPlainLive(stderr, (work) => void setTimeout(work, plainPauseMs).unref());
  }
  return createTerminalLive({
    write: stderr,
    color: terminal.color.stderr,
    columns: terminal.columns,
  });
}

async function discardIfEmpty(journal: Journal, record: RunRecord): Promise<void> {
  if (record.cases.some(({ trials }) => trials.length > 0)) return;
  await journal.close();
  await removeFolder(journal.folder);
}
