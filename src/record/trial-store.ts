import { AppError } from "../core/errors/app-error.ts";
import { readSlice, type Slice } from "../platform/index.ts";
import { asEvent } from "./as-event.ts";
import type { TrialFinished } from "./events/index.ts";
import type { RunEvent } from "./run-event.ts";
import { StoredTrial, type TrialShelf } from "./stored-trial.ts";
import type { TrialRecord } from "./trial-record.ts";

/** The finished trials of a run, which stay in its journal until somebody asks for one. */
export class TrialStore implements TrialShelf {
  readonly #path: string;
  /** Who asks for one thing of a trial asks for the next: the last one read is kept. */
  #last: { readonly start: number; readonly record: TrialRecord } | undefined;

  /** @param path of the journal. */
  constructor(path: string) {
    this.#path = path;
  }

  /** The same event with a record that is read from its line in the journal; others as they are. */
  lean(event: RunEvent, slice: Slice): RunEvent {
    if (event.type !== "trial_finished") return event;
    const { type, suite, case: id, target, trial, at, record } = event;
    const stored = new StoredTrial(record, this, slice);
    return { type, suite, case: id, target, trial, at, record: stored };
  }

  /** @throws AppError when the journal cannot be read any more. */
  read(slice: Slice): TrialRecord {
    if (this.#last?.start === slice.start) return this.#last.record;
    const { record } = finishedIn(readSlice(this.#path, slice), this.#path);
    this.#last = { start: slice.start, record };
    return record;
  }
}

/** @throws AppError RECORD_UNREADABLE where somebody has written to the file meanwhile. */
function finishedIn(line: string, file: string): TrialFinished {
  const event = asEvent(parsed(line), { file });
  if (event.type === "trial_finished") return event;
  throw new AppError("RECORD_UNREADABLE", "the journal was changed while it was read", {
    place: { file },
    hint: "Only flowproof should write to it.",
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
