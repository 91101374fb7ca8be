import type { Clock } from "../../core/clock.ts";

/** How long work may go on before everything else has its turn; nobody waits so long for an answer to Ctrl-C. */
const longestMs = 50;

/**
 * Lets timers, signals and progress have their turn. Trials that wait for nothing, as scripted ones, would
 * otherwise follow each other until the run is over.
 */
export class Breather {
  readonly #clock: Clock;
  #last: number;
  /** All work waits for the same: one that goes on would hold up the others. */
  #pause: Promise<void> | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = clock.monotonic();
  }

  /** To be awaited between two pieces of work; most of the time it costs a look at the clock. */
  async breathe(): Promise<void> {
    if (this.#pause === undefined && this.#clock.monotonic() - this.#last < longestMs) return;
    this.#pause ??= this.#rest();
    await this.#pause;
  }

  async #rest(): Promise<void> {
    await this.#clock.sleep(0);
    this.#pause = undefined;
    this.#last = this.#clock.monotonic();
  }
}
