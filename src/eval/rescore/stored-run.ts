import {
  createRunFold,
  type RunEvent,
  type RunRecord,
  type TextKept,
  type TrialKey,
} from "../../record/index.ts";
import { type StoredTrial, TrialGatherer } from "./stored-trial.ts";

/** A run with all that was said in it. */
export interface StoredRun {
  readonly record: RunRecord;
  /** Long texts that requests of its models refer to. */
  readonly texts: readonly TextKept[];
  /** What is known of a trial; undefined where it did not come to its end. */
  trial(key: TrialKey): StoredTrial | undefined;
}

/**
 * Puts the events of a journal together again, trial by trial.
 *
 * @throws AppError RECORD_NO_START
 */
export function storedRun(events: Iterable<RunEvent>): StoredRun {
  const fold = createRunFold();
  const texts: TextKept[] = [];
  const gatherers = new Map<string, TrialGatherer>();
  for (const event of events) {
    fold.add(event);
    if (event.type === "text_kept") texts.push(event);
    if (!("trial" in event)) continue;
    const key = nameOf(event);
    const gatherer = gatherers.get(key) ?? new TrialGatherer();
    gatherers.set(key, gatherer);
    gatherer.add(event);
  }
  return {
    record: fold.record(),
    texts,
    trial: (key) => gatherers.get(nameOf(key))?.trial,
  };
}

function nameOf({ suite, case: id, target, trial }: TrialKey): string {
  return JSON.stringify([suite, id, target, trial]);
}
