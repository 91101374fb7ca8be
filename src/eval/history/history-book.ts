import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import { readSharedLines, shownPath } from "../../platform/index.ts";
import { type HistoryEntry, historyLineReader } from "./history-entry.ts";
import { historyFile } from "./history-file.ts";
import { keptEntries, type SeriesKey, seriesKey } from "./kept-entries.ts";

/** What earlier runs made of cases. */
export interface HistoryBook {
  /** Of one case and target in runs of one kind, from the oldest to the latest. */
  entriesOf(series: SeriesKey): readonly HistoryEntry[];
  /** What could not be read, for a reader. */
  readonly notes: readonly string[];
}

/** A book of nothing. */
export const emptyHistory: HistoryBook = { entriesOf: () => [], notes: [] };

/** Reads the histories of some suites in a folder; what is not as it should be is passed over with a note. */
export async function readHistory(
  folder: string,
  suites: readonly string[],
  cwd: string,
): Promise<HistoryBook> {
  const series = new Map<string, HistoryEntry[]>();
  const notes: string[] = [];
  const read = await historyLineReader();
  for (const suite of suites) {
    const path = join(folder, historyFile(suite));
    const lines = await linesOf(path, notes);
    const entries = lines
      .flatMap((line) => read(line) ?? [])
      .filter((each) => each.suite === suite);
    const strange = lines.length - entries.length;
    if (strange > 0) {
      const what = strange === 1 ? "a line that is" : `${strange} lines that are`;
      notes.push(`${shownPath(path, cwd)} has ${what} no history of a known version: passed over`);
    }
    for (const entry of keptEntries(entries)) {
      const key = seriesKey(entry);
      series.set(key, [...(series.get(key) ?? []), entry]);
    }
  }
  return { entriesOf: (key) => series.get(seriesKey(key)) ?? [], notes };
}

async function linesOf(path: string, notes: string[]): Promise<readonly string[]> {
  try {
    return await readSharedLines(path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notes.push(`no history is read: ${error.message}`);
    return [];
  }
}
