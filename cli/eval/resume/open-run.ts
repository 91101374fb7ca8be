import { dirname, join, resolve } from "node:path";
import type { Redactor } from "../../../src/core/secrets/redactor.ts";
import { type RunPlan, startedEvent } from "../../../src/eval/index.ts";
import {
  acquireLock,
  ensureFolder,
  type FileLock,
  newRunId,
  removeFolder,
  systemRandom,
} from "../../../src/platform/index.ts";
import {
  createRunFold,
  type Journal,
  openJournal,
  replannedFrom,
  resumeJournal,
  type RunEvent,
  type RunFold,
  type RunRequest,
  type RunResumed,
} from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import { type EarlierRun, lockFile } from "./earlier-run.ts";

/** The folder of a run that is written to, held by this process. */
export interface OpenedRun {
  readonly run: string;
  /** The folder of all runs, absolute. */
  readonly reports: string;
  readonly journal: Journal;
  /** Everything that the journal holds is in it. */
  readonly fold: RunFold;
  /** What the journal holds, as far as somebody who shows the run has to know it. */
  readonly before: readonly RunEvent[];
  /** Closes the journal, and lets others have the folder. */
  close(): Promise<void>;
  /**
   * The same; where nothing was finished the folder is removed, but never one that was there before.
   *
   * @returns whether it was
   */
  discard(): Promise<boolean>;
}

interface RunFolderSetting {
  /** The folder of all runs, as it was given. */
  readonly reports: string;
  readonly request: RunRequest;
  readonly redactor: Redactor;
  readonly context: Pick<CliContext, "cwd" | "clock" | "random" | "versions">;
}

/**
 * Starts the folder of a new run.
 *
 * @throws AppError when it cannot be written.
 */
export async function startRun(plan: RunPlan, setting: RunFolderSetting): Promise<OpenedRun> {
  const { request, redactor, context } = setting;
  const { clock, random = systemRandom, versions } = context;
  const reports = resolve(context.cwd, setting.reports);
  const run = newRunId(clock, random);
  const folder = join(reports, run);
  await ensureFolder(folder);
  try {
    const lock = await acquireLock(join(folder, lockFile), clock);
    const at = new Date(clock.now()).toISOString();
    const started = startedEvent(plan, { run, at, versions, request });
    const journal = await openJournal(folder, started, redactor);
    const fold = createRunFold();
    fold.add(started);
    const close = async (): Promise<void> => {
      await closeBoth(journal, lock);
    };
    return {
      run,
      reports,
      journal,
      fold,
      before: [started],
      close,
      async discard() {
        await close();
        const isEmpty = fold.record().cases.every(hasNothing);
        if (isEmpty) await removeFolder(folder);
        return isEmpty;
      },
    };
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

/**
 * Goes on in the folder of a run. `plan` is what is run now, with what is finished.
 *
 * @throws AppError when it cannot be written.
 */
export async function continueRun(
  plan: RunPlan,
  earlier: EarlierRun,
  { request, redactor, context }: Omit<RunFolderSetting, "reports">,
): Promise<OpenedRun> {
  const { folder, fold, lock, record } = earlier;
  const { run, at, versions } = record.started;
  const replanned = replannedFrom(
    record.started,
    startedEvent(plan, { run, at, versions, request }),
  );
  const now = new Date(context.clock.now()).toISOString();
  const resumed: RunResumed = {
    type: "run_resumed",
    at: now,
    versions: context.versions,
    repeated: plan.finished?.repeated ?? [],
    ...(replanned !== undefined && { replanned }),
  };
  fold.add(resumed);
  const { started, cases } = fold.record();
  const journal = await resumeJournal(folder, { resumed, started }, redactor);
  const close = async (): Promise<void> => {
    await closeBoth(journal, lock);
  };
  const finished = cases.flatMap(({ suite, case: id, target, trials, surplus = [] }) =>
    [...trials, ...surplus].map((trial): RunEvent => {
      const key = { suite, case: id, target, trial: trial.trial };
      return { type: "trial_finished", ...key, at: now, record: trial };
    }),
  );
  const before = [started, ...finished];
  return {
    run,
    reports: dirname(folder),
    journal,
    fold,
    before,
    close,
    async discard() {
      await close();
      return false;
    },
  };
}

async function closeBoth(journal: Journal, lock: FileLock): Promise<void> {
  try {
    await journal.close();
  } finally {
    await lock.release();
  }
}

function hasNothing({ trials }: { readonly trials: readonly unknown[] }): boolean {
  return trials.length === 0;
}
