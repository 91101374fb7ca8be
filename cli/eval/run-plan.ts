import { join } from "node:path";
import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { createRedactor } from "../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../src/core/secrets/secret-values.ts";
import { printable } from "../../src/core/text/printable.ts";
import {
  type CasePlan,
  type EvalWorld,
  measureCoverage,
  RequestCounter,
  openModels,
  requirePrices,
  type RunPlan,
  runSuites,
  type TargetNetwork,
  targetSecrets,
  missingTrials,
  pricesOf,
} from "../../src/eval/index.ts";
import { linkLatest, shownPath, writeAtomic } from "../../src/platform/index.ts";
import type { RunEvent, RunRecord, RunRequest } from "../../src/record/index.ts";
import {
  count,
  createPlainLive,
  createTerminalLive,
  kindOf,
  type LiveReporter,
  runReporters,
} from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import { openCache, type RunCache } from "./cache/open-cache.ts";
import type { RunTapes } from "./cassettes/run-tapes.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { rememberRun } from "./history/run-history.ts";
import { createModels } from "./models.ts";
import { createDrain } from "./resume/drain.ts";
import type { EarlierRun } from "./resume/earlier-run.ts";
import { goOnCommand } from "./resume/go-on-command.ts";
import { continueRun, type OpenedRun, startRun } from "./resume/open-run.ts";
import { targetNetwork } from "./target-network.ts";

export interface RunSetting {
  readonly flags: EvalRunFlags;
  readonly config: Config;
  readonly context: CliContext;
  /** Keeps what models say, or says it again. */
  readonly tapes?: RunTapes | undefined;
  /** What the command line asked for. */
  readonly request: RunRequest;
  /** The run that is gone on with; undefined for a new one. */
  readonly earlier?: EarlierRun | undefined;
}

/**
 * Runs a plan in a folder of its own, or goes on with it in that of an earlier run, and gives back what
 * came of it.
 *
 * @throws AppError when the run cannot go on; a new folder in which nothing was finished is removed.
 */
export async function runPlan(plan: RunPlan, setting: RunSetting): Promise<RunRecord> {
  const { flags, config, context, tapes } = setting;
  const live = openLive(setting);
  const onWait = (ms: number, reason: string): void => live?.onWait?.(ms, reason);
  const { concurrency } = plan;
  const cache = openCache(flags, context);
  // Before the first file: a missing key leaves nothing behind.
  const createModel =
    tapes?.createModel ??
    createModels({
      flags,
      models: config.models,
      context,
      concurrency,
      onWait,
      cache: cache?.replies,
    });
  const left = { ...plan, cases: plan.cases.filter((each) => isLeft(each, plan)) };
  const models = await openModels(left, createModel);
  requirePrices(left, models, pricesOf(config));
  const network = targetNetwork({ flags, config, context, concurrency, onWait });
  const secrets = targetSecrets(
    left.cases.map(({ target }) => target),
    network.variable,
  );
  for (const secret of secrets) context.hide?.(secret);
  const opened = await openRun(plan, setting, secrets);
  try {
    const record = await runOpened(plan, opened, { ...setting, live, models, network, cache });
    const json = runReporters.get("json");
    await writeAtomic(join(opened.journal.folder, "summary.json"), json?.parts?.(record) ?? "");
    return record;
  } catch (error) {
    if (await opened.discard()) throw error;
    if (flags.quiet !== true) {
      const command = goOnCommand(opened.run, flags.reports);
      context.stderr(`note: what is finished is kept; go on with: ${printable(command)}\n`);
    }
    throw error;
  } finally {
    await opened.close();
  }
}

interface OpenedSetting extends RunSetting {
  readonly cache: RunCache | undefined;
  readonly live: LiveReporter | undefined;
  readonly models: EvalWorld["models"];
  readonly network: TargetNetwork;
}

async function runOpened(
  plan: RunPlan,
  { run, reports, journal, fold, before }: OpenedRun,
  { flags, config, context, tapes, live, models, network, cache }: OpenedSetting,
): Promise<RunRecord> {
  const { clock, signal } = context;
  const say = (line: string): void => {
    if (flags.quiet !== true) context.stderr(`${printable(line)}\n`);
  };
  const drain = createDrain({ interruption: signal, clock, say });
  const requests = new RequestCounter();
  let linked: Promise<void> | undefined;
  const take = (event: RunEvent): void => {
    const lean = journal.lean(event);
    fold.add(lean);
    requests.add(event);
    drain.onEvent(event);
    live?.onEvent(lean);
    // From the first result on this is the last run, however it ends.
    if (event.type === "trial_finished") linked ??= linkRun(reports, run, context);
  };
  for (const event of before) live?.onEarlier(event);
  say(headline(plan, shownPath(journal.folder, context.cwd)));
  try {
    await runSuites(plan, {
      clock,
      emit: (event) => take(journal.append(event)),
      models,
      network,
      prices: pricesOf(config),
      tapes: tapes?.tapes,
      standingAt: cache?.standingAt,
      stopping: drain.stopping,
      signal: drain.signal,
    });
  } finally {
    drain.close();
    live?.close();
    await linked;
    await journal.close();
  }
  for (const note of (await cache?.replies.close()) ?? []) say(`note: ${note}`);
  const folded = fold.record();
  const remembered = await rememberRun(plan, folded, { flags, config, context, requests });
  if (flags.coverage !== true) return remembered;
  return { ...remembered, coverage: measureCoverage(plan, remembered) };
}

function openRun(
  plan: RunPlan,
  { flags: { reports }, request, earlier, context }: RunSetting,
  secrets: readonly string[],
): Promise<OpenedRun> {
  const known = [...secretValuesFromEnv(context.env), ...secrets];
  const redactor = createRedactor({ known });
  const folder = { reports, request, redactor, context };
  return earlier === undefined ? startRun(plan, folder) : continueRun(plan, earlier, folder);
}

/** Whether a case has a trial that is not finished: of the others nobody is asked again. */
function isLeft(work: CasePlan, plan: RunPlan): boolean {
  return missingTrials(work, plan) > 0;
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

function headline(plan: RunPlan, folder: string): string {
  const { cases, suites, labels, selection, finished } = plan;
  const trials = cases.reduce((sum, { planned }) => sum + planned.trials, 0);
  const missing = cases.reduce((sum, each) => sum + missingTrials(each, plan), 0);
  const done = finished === undefined ? "" : `, ${trials - missing} of them finished before`;
  const kind = kindOf(labels);
  const models = [...new Set(suites.flatMap(({ agentModel }) => agentModel))];
  const who = kind ?? models.join(", ");
  const part =
    selection === undefined
      ? ""
      : ` (${selection.asked.join(" ")}: ${selection.cases} of ${selection.of})`;
  return `${count(cases.length, "case")}${part}, ${count(trials, "trial")}${done} · ${who} · ${folder}`;
}

/** A log can wait so long for its next lines; a write for each of them would cost more than the line. */
const plainPauseMs = 50;

/** What shows a run while it goes on; undefined where nobody wants to see it. */
export function openLive({
  flags,
  context,
}: {
  readonly flags: { readonly quiet?: boolean };
  readonly context: CliContext;
}): LiveReporter | undefined {
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
