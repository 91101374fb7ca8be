import type { TrialKey } from "../trial-key.ts";
import { trialName } from "../trial-name.ts";
import type { PlanOrder } from "./plan-order.ts";
import type { SizedTranscript } from "./trial-gatherer.ts";
import type { Transcripts } from "./trial-transcript.ts";

/** How much more than is kept in the end is held for a while, so that it is not sorted for each trial. */
const slack = 1.25;

/**
 * Holds as many transcripts as there is room for: first those of trials that did not pass, then the first
 * of each case, then the others, each in the order of the plan.
 */
export class TranscriptShelf {
  readonly #maxBytes: number;
  #held = new Map<string, SizedTranscript>();
  readonly #dropped = new Map<string, TrialKey>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether the trial has come to its end; what comes later of it does not count. */
  has(key: TrialKey): boolean {
    const name = trialName(key);
    return this.#held.has(name) || this.#dropped.has(name);
  }

  add(sized: SizedTranscript, order: PlanOrder): void {
    this.#held.set(trialName(sized.transcript), sized);
    this.#bytes += sized.bytes;
    if (this.#bytes > this.#maxBytes * slack) this.#trim(order);
  }

  forget(key: TrialKey): void {
    const name = trialName(key);
    this.#bytes -= this.#held.get(name)?.bytes ?? 0;
    this.#held.delete(name);
    this.#dropped.delete(name);
  }

  transcripts(order: PlanOrder): Transcripts {
    for (const { transcript } of this.#held.values()) {
      if (!order.has(transcript)) this.forget(transcript);
    }
    this.#trim(order);
    const inOrder = (a: TrialKey, b: TrialKey): number => order.compare(a, b);
    return {
      transcripts: [...this.#held.values()].map(({ transcript }) => transcript).toSorted(inOrder),
      omitted: [...this.#dropped.values()].filter((key) => order.has(key)).toSorted(inOrder),
    };
  }

  #trim(order: PlanOrder): void {
    const sorted = [...this.#held].toSorted(
      ([, { transcript: a }], [, { transcript: b }]) => rank(a) - rank(b) || order.compare(a, b),
    );
    this.#held = new Map();
    this.#bytes = 0;
    for (const [name, sized] of sorted) {
      if (this.#bytes + sized.bytes <= this.#maxBytes) {
        this.#held.set(name, sized);
        this.#bytes += sized.bytes;
      } else {
        const { suite, case: id, target, trial } = sized.transcript;
        this.#dropped.set(name, { suite, case: id, target, trial });
      }
    }
  }
}

function rank({ outcome, trial }: SizedTranscript["transcript"]): number {
  if (outcome !== "pass") return 0;
  return trial === 0 ? 1 : 2;
}
