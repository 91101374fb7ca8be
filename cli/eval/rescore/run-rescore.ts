import { join, resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { printable } from "../../../src/core/text/printable.ts";
import {
  judgesOfRescore,
  openJudges,
  pricesOf,
  readCalibrations,
  rescore,
  rescoredEvent,
  type RescorePlan,
  type StoredRun,
} from "../../../src/eval/index.ts";
import {
  limitGarbage,
  linkLatest,
  newRunId,
  removeFolder,
  systemRandom,
  writeAtomic,
} from "../../../src/platform/index.ts";
import {
  createRunFold,
  openJournal,
  type RunEvent,
  type RunRecord,
} from "../../../src/record/index.ts";
import { count, runReporters } from "../../../src/report/index.ts";
import type { CliContext } from "../../context.ts";
import { calibrationsFolder } from "../calibrate/calibrations-folder.ts";
import { createModels } from "../models.ts";
import { openLive } from "../run-plan.ts";
import type { RescoreFlags } from "./rescore-flags.ts";

export interface RescoreSetting {
  readonly flags: RescoreFlags;
  readonly config: Config;
  readonly context: CliContext;
}

const defaultConcurrency = 8;

/**
 * Judges a run again in a folder of its own, and gives back what came of it.
 *
 * @throws AppError when nobody can judge; a folder in which nothing was finished is removed.
 */
export async function runRescore(
  plan: RescorePlan,
  { texts }: Pick<StoredRun, "texts">,
  setting: RescoreSetting,
): Promise<RunRecord> {
  const { flags, config, context } = setting;
  const { clock, cwd, files, versions, env, signal } = context;
  limitGarbage();
  const live = openLive(setting);
  const onWait = (ms: number, reason: string): void => live?.onWait?.(ms, reason);
  const concurrency = flags.concurrency ?? config.limits.concurrency ?? defaultConcurrency;
  // Before the first file: a missing key leaves nothing behind.
  const createModel = createModels({ flags, models: config.models, context, concurrency, onWait });
  const models = await openJudges(plan, createModel);
  const judges = judgesOfRescore(plan, await readCalibrations(calibrationsFolder(cwd), files));
  const run = newRunId(clock, context.random ?? systemRandom);
  const reports = resolve(cwd, flags.reports);
  const at = new Date(clock.now()).toISOString();
  const started = rescoredEvent(plan, { run, at, versions }, judges);
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const journal = await openJournal(join(reports, run), started, redactor);
  const fold = createRunFold();
  const take = (event: RunEvent): void => {
    fold.add(journal.lean(event));
    live?.onEvent(event);
  };
  take(started);
  if (flags.quiet !== true) {
    context.stderr(`${printable(headline(plan, join(flags.reports, run)))}\n`);
  }
  try {
    await rescore(plan, {
      clock,
      models,
      prices: pricesOf(config),
      emit: (event) => take(journal.append(event)),
      concurrency,
      repeat: flags.repeat ?? 1,
      texts,
      signal,
    });
  } catch (error) {
    await journal.close();
    if (fold.record().cases.every(({ trials }) => trials.length === 0)) {
      await removeFolder(journal.folder);
    }
    throw error;
  } finally {
    live?.close();
    await journal.close();
  }
  const record = fold.record();
  const json = runReporters.get("json");
  await writeAtomic(join(journal.folder, "summary.json"), json?.parts?.(record) ?? "");
  await linkLatest(reports, run);
  return record;
}

function headline({ from, cases }: RescorePlan, folder: string): string {
  const trials = cases.flatMap((each) => each.trials).filter(({ checks }) => checks !== undefined);
  const judges = [...new Set(cases.map(({ models }) => models.judge))];
  return `judges ${count(trials.length, "trial")} of ${from.started.run} again · ${judges.join("; ")} · ${folder}`;
}
