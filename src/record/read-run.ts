import { join } from "node:path";
import { AppError } from "../core/errors/app-error.ts";
import { diskFiles, type Slice, streamJsonl } from "../platform/index.ts";
import { asEvent } from "./as-event.ts";
import { countedEvents } from "./counted-events.ts";
import { createRunFold } from "./fold-run.ts";
import type { RunEvent } from "./run-event.ts";
import type { RunRecord } from "./run-record.ts";
import { TrialStore } from "./trial-store.ts";

/** The journal in the folder of a run. */
export const journalFile = "events.jsonl";

/**
 * Reads the journal of a run folder and folds it.
 *
 * @throws AppError when there is none, or when a line is not an event.
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const fold = createRunFold();
  for await (const event of streamEvents(folder)) fold.add(event);
  return fold.record();
}

/**
 * Reads what counts of the journal of a run folder: of a trial that was broken off and run again, only
 * the last attempt.
 *
 * @throws AppError when there is none, or when a line is not an event.
 */
export async function readEvents(folder: string): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of streamEvents(folder)) events.push(event);
  return countedEvents(events);
}

/**
 * Reads the journal of a run folder event by event, all that stands in it.
 *
 * @throws AppError when there is none, or when a line is not an event.
 * @yields every event, in order
 */
export async function* streamEvents(folder: string): AsyncGenerator<RunEvent, void, void> {
  for await (const { event } of streamPlacedEvents(folder)) yield event;
}

/**
 * The same, of finished trials only their numbers: the rest is read from the journal when it is asked for.
 *
 * @throws AppError like {@link streamEvents}
 * @yields every event, in order
 */
export async function* streamLeanEvents(folder: string): AsyncGenerator<RunEvent, void, void> {
  const store = new TrialStore(join(folder, journalFile));
  for await (const { event, slice } of streamPlacedEvents(folder)) yield store.lean(event, slice);
}

/** An event with where its line stands in the journal. */
interface PlacedEvent {
  readonly event: RunEvent;
  readonly slice: Slice;
}

async function* streamPlacedEvents(folder: string): AsyncGenerator<PlacedEvent, void, void> {
  const path = join(folder, journalFile);
  if (!(await diskFiles.list(folder)).includes(journalFile)) {
    throw new AppError("RECORD_NOT_FOUND", `no run is recorded in ${folder}`, {
      hint: "Name a folder below reports/, or `latest`.",
    });
  }
  let line = 0;
  for await (const values of streamJsonl(path)) {
    for (const { value, slice } of values) {
      yield { event: asEvent(value, { file: path, line: (line += 1) }), slice };
    }
  }
}
