import {
  createRunFold,
  readTranscripts,
  type RunRecord,
  streamLeanEvents,
  transcriptLimits,
} from "../../src/record/index.ts";
import type { RunInput } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import { runFolder } from "../flow/find-run.ts";

/** A run that was recorded, and where. */
export interface RecordedRun {
  readonly folder: string;
  readonly record: RunRecord;
}

/**
 * Reads runs by their ids, their folders, or `latest`, each once. Of their trials only the numbers are held.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none, and for a journal that cannot be read.
 */
export async function readRecordedRuns(
  names: readonly string[],
  reports: string,
  context: Pick<CliContext, "cwd" | "files">,
): Promise<readonly RecordedRun[]> {
  const folders: string[] = [];
  for (const name of names) folders.push(await runFolder(name, reports, context));
  const runs = new Map<string, RecordedRun>();
  for (const folder of new Set(folders)) {
    const record = await leanRecord(folder);
    // `latest` may be a link to one that is named as well.
    const { run } = record.started;
    if (!runs.has(run)) runs.set(run, { folder, record });
  }
  return [...runs.values()];
}

async function leanRecord(folder: string): Promise<RunRecord> {
  const fold = createRunFold();
  for await (const event of streamLeanEvents(folder)) fold.add(event);
  return fold.record();
}

/** With what was said in it, where somebody shows that: `share` of what one report may hold. */
export async function runInput(
  { folder, record }: RecordedRun,
  { isShown, share }: { readonly isShown: boolean; readonly share: number },
): Promise<RunInput> {
  const nothing = { transcripts: [], omitted: [] };
  const limits = { ...transcriptLimits, maxBytes: transcriptLimits.maxBytes * share };
  // A run of no cases has no journal.
  const isRead = isShown && record.cases.some(({ trials }) => trials.length > 0);
  return { record, ...(isRead ? await readTranscripts(folder, limits) : nothing) };
}
