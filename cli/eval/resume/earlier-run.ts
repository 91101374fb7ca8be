import { join } from "node:path";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { acquireLock, type FileLock } from "../../../src/platform/index.ts";
import {
  createRunFold,
  repairJournal,
  type RunFold,
  type RunRecord,
  type RunRequest,
  streamLeanEvents,
} from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import { findRunFolder } from "./find-run-folder.ts";

/** The lock in the folder of a run. */
export const lockFile = "run.lock";

/** A run that was stopped, held by this process and ready to be gone on with. */
export interface EarlierRun {
  /** Absolute. */
  readonly folder: string;
  readonly record: RunRecord;
  readonly request: RunRequest;
  readonly fold: RunFold;
  readonly lock: FileLock;
  /** What was found in the folder and is to be told. */
  readonly notes: readonly string[];
}

/**
 * Takes the folder of a run: nobody else writes to it from now on, and its journal is whole.
 *
 * @throws AppError RECORD_NOT_FOUND, FILE_LOCKED, RECORD_NOT_RESUMABLE, or what is wrong with its journal.
 */
export async function openEarlierRun(
  name: string,
  reports: string,
  context: Pick<CliContext, "cwd" | "files" | "clock">,
): Promise<EarlierRun> {
  const folder = await findRunFolder(name, reports, context);
  const lock = await acquireLock(join(folder, lockFile), context.clock);
  try {
    const moved = repairJournal(folder);
    const fold = createRunFold();
    for await (const event of streamLeanEvents(folder)) fold.add(event);
    const record = fold.record();
    const { request, rescoredFrom, run } = record.started;
    if (request === undefined || rescoredFrom !== undefined) throw notResumable(run);
    return { folder, record, request, fold, lock, notes: movedNote(moved) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function movedNote(bytes: number): readonly string[] {
  if (bytes === 0) return [];
  const what = bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return [`the journal ended in ${what} that cannot be read: they are in events.jsonl.corrupt`];
}

function notResumable(run: string): AppError {
  return new AppError("RECORD_NOT_RESUMABLE", `${run} is not a run of \`flowproof eval run\``, {
    hint: "start it again with the command that made it",
  });
}
