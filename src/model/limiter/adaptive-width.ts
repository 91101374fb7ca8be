const cutTo = 0.5;
/** Failures that come close together are one episode: they were sent at the same width. */
const cooldownMs = 15_000;

/**
 * How many requests may be under way at once: halved when the provider is pressed, one more after as many
 * successes in a row as there are places, never below one.
 */
export class AdaptiveWidth {
  readonly #most: number;
  #width: number;
  #successes = 0;
  #coolUntil = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = Math.max(1, Math.floor(most));
    this.#width = this.#most;
  }

  get width(): number {
    return this.#width;
  }

  /** The provider is pressed; one that asks for time gets it before anything grows again. */
  cut(now: number, askedMs = 0): void {
    if (now >= this.#coolUntil) this.#width = Math.max(1, Math.floor(this.#width * cutTo));
    this.rest(now, askedMs);
  }

  /** Something went wrong that says nothing about the width: it does not grow for a while. */
  rest(now: number, askedMs = 0): void {
    this.#successes = 0;
    this.#coolUntil = Math.max(this.#coolUntil, now + Math.max(cooldownMs, askedMs));
  }

  /** Only where all places were taken does a success say that more would have gone well. */
  succeed(now: number, underWay: number): void {
    if (now < this.#coolUntil || underWay < this.#width || this.#width >= this.#most) return;
    this.#successes += 1;
    if (this.#successes < this.#width) return;
    this.#successes = 0;
    this.#width += 1;
  }
}
