import { join } from "node:path";
import { keepWholeLines } from "../platform/index.ts";
import { isEventLine } from "./as-event.ts";
import { journalFile } from "./read-run.ts";

/** Where the broken end of a journal is moved to. */
const corruptFile: string = `${journalFile}.corrupt`;

/**
 * Makes a journal ready to be gone on with: of what a kill, a full disk or a bad disk left, the longest
 * front that can be read is kept.
 *
 * @returns how many bytes were moved to {@link corruptFile} beside it
 * @throws AppError JSONL_BROKEN when lines behind a broken one can be read: events of the run are missing
 */
export function repairJournal(folder: string): number {
  const path = join(folder, journalFile);
  return keepWholeLines(path, join(folder, corruptFile), isEventLine).movedBytes;
}
