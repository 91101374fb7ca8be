import type { TrialFinished } from "../events/index.ts";
import type { RunEvent } from "../run-event.ts";
import { cutText } from "./cut-text.ts";
import { placeExchanges } from "./place-exchanges.ts";
import { SentTexts } from "./sent-texts.ts";
import { stepSize, textSize } from "./size-of.ts";
import { stepOf } from "./step-of.ts";
import type { TranscriptStep, TrialTranscript } from "./trial-transcript.ts";

/** A transcript and how many bytes it takes, roughly. */
export interface SizedTranscript {
  readonly transcript: TrialTranscript;
  readonly bytes: number;
}

/** Puts the events of one trial together while it is under way. */
export class TrialGatherer {
  readonly #maxBytes: number;
  readonly #steps: TranscriptStep[] = [];
  readonly #sent = new SentTexts();
  #bytes = 0;
  #omitted = 0;

  /** @param maxBytes of its steps together. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(event: RunEvent): void {
    const step = stepOf(event);
    if (step === undefined) return;
    const bytes = stepSize(step);
    // What is shown is the beginning without a gap.
    if (this.#omitted > 0 || this.#bytes + bytes > this.#maxBytes) {
      this.#omitted += 1;
      return;
    }
    if (event.type === "model_called") this.#sent.add(this.#steps.length, event);
    this.#bytes += bytes;
    this.#steps.push(step);
  }

  finish(event: TrialFinished): SizedTranscript {
    const { suite, case: id, target, trial, record } = event;
    const exchanges = (event.exchanges ?? []).map(({ user, answer, calls }) => ({
      user: cutText(user),
      answer: cutText(answer),
      calls,
    }));
    const earlier = (event.earlier ?? []).map(cutText);
    const transcript: TrialTranscript = {
      suite,
      case: id,
      target,
      trial,
      outcome: record.outcome,
      steps: placeExchanges(this.#steps, exchanges, this.#sent),
      ...(this.#omitted > 0 && { omittedSteps: this.#omitted }),
      exchanges,
      earlier,
    };
    const said = exchanges.flatMap(({ user, answer }) => [user, answer]);
    // They stand among the steps and beside them, and a report may write both.
    const bytes = [...said, ...said, ...earlier].reduce((sum, each) => sum + textSize(each), 0);
    return { transcript, bytes: this.#bytes + bytes };
  }
}
