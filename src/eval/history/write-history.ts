import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import { groupBy } from "../../core/group-by.ts";
import {
  appendSharedLines,
  ensureFolder,
  readSharedLines,
  thinSharedLines,
} from "../../platform/index.ts";
import { type HistoryEntry, historyLineReader } from "./history-entry.ts";
import { historyFile } from "./history-file.ts";
import { keptEntries } from "./kept-entries.ts";

/** A file is thinned when it has this many lines for each that would be kept: not after every run. */
const slack = 2;

/**
 * Adds what a run made of its cases to the histories of its suites, and forgets the oldest. A history that
 * cannot be written is a note and no error: the journal of the run has all of it.
 */
export async function writeHistory(
  folder: string,
  entries: readonly HistoryEntry[],
  now: number,
): Promise<readonly string[]> {
  try {
    if (entries.length > 0) await ensureFolder(folder);
    for (const [suite, own] of groupBy(entries, (entry) => entry.suite)) {
      const path = join(folder, historyFile(suite));
      await appendSharedLines(
        path,
        own.map((entry) => JSON.stringify(entry)),
      );
      await thin(path, now);
    }
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [`no history is kept of this run: ${error.message}`];
  }
}

async function thin(path: string, now: number): Promise<void> {
  const read = await historyLineReader();
  const choose = (lines: readonly string[]): readonly string[] => {
    const entries = new Map<HistoryEntry, string>();
    for (const line of lines) {
      const entry = read(line);
      // What nobody can read is not kept: else garbage would stay for good.
      if (entry !== undefined) entries.set(entry, line);
    }
    return keptEntries([...entries.keys()]).flatMap((entry) => entries.get(entry) ?? []);
  };
  const lines = await readSharedLines(path);
  if (lines.length >= slack * Math.max(1, choose(lines).length)) {
    await thinSharedLines(path, choose, now);
  }
}
