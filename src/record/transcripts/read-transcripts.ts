import type { RunStarted } from "../events/index.ts";
import { streamEvents } from "../read-run.ts";
import { resumedStart } from "../resumed-start.ts";
import type { RunEvent } from "../run-event.ts";
import type { TrialKey } from "../trial-key.ts";
import { trialName } from "../trial-name.ts";
import { PlanOrder } from "./plan-order.ts";
import { TranscriptShelf } from "./transcript-shelf.ts";
import { TrialGatherer } from "./trial-gatherer.ts";
import type { Transcripts } from "./trial-transcript.ts";

export interface TranscriptLimits {
  /** Bytes of all transcripts together. */
  readonly maxBytes: number;
  /** Bytes of one: a trial beyond all measure must not take the place of all others. */
  readonly maxTrialBytes: number;
}

export const transcriptLimits: TranscriptLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxTrialBytes: 4 * 1024 * 1024,
};

/**
 * Reads what was said in the finished trials of a run from its journal, within limits. A run that was
 * judged again has it in its own journal.
 *
 * @throws AppError when there is no journal, or when a line is not an event.
 */
export async function readTranscripts(
  folder: string,
  limits: TranscriptLimits = transcriptLimits,
): Promise<Transcripts> {
  const reader = new TranscriptReader(limits);
  for await (const event of streamEvents(folder)) reader.add(event);
  return reader.transcripts();
}

/** Takes the events of a journal one by one; of trials under way it holds the steps, of others transcripts. */
export class TranscriptReader {
  readonly #limits: TranscriptLimits;
  readonly #shelf: TranscriptShelf;
  readonly #open = new Map<string, TrialGatherer>();
  #started: RunStarted | undefined;
  #order = new PlanOrder([]);

  constructor(limits: TranscriptLimits) {
    this.#limits = limits;
    this.#shelf = new TranscriptShelf(limits.maxBytes);
  }

  add(event: RunEvent): void {
    if (event.type === "run_started") this.#plan(event);
    else if (event.type === "run_resumed") {
      if (this.#started !== undefined) this.#plan(resumedStart(this.#started, event));
      for (const repeated of event.repeated) this.#shelf.forget(repeated);
      // What had not come to its end begins anew.
      this.#open.clear();
    } else if ("trial" in event && !this.#shelf.has(event)) this.#addToTrial(event);
  }

  transcripts(): Transcripts {
    return this.#shelf.transcripts(this.#order);
  }

  #plan(started: RunStarted): void {
    this.#started = started;
    this.#order = new PlanOrder(started.plan);
  }

  #addToTrial(event: Extract<RunEvent, TrialKey>): void {
    const name = trialName(event);
    if (event.type === "trial_started") this.#open.delete(name);
    const gatherer = this.#open.get(name) ?? new TrialGatherer(this.#limits.maxTrialBytes);
    if (event.type === "trial_finished") {
      this.#open.delete(name);
      this.#shelf.add(gatherer.finish(event), this.#order);
    } else {
      this.#open.set(name, gatherer);
      gatherer.add(event);
    }
  }
}
