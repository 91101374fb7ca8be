/** What was used at one time, or nearly so. */
interface Use {
  readonly from: number;
  until: number;
  amount: number;
}

/** Something that was put into a window, and may turn out larger or smaller than thought. */
export type Booking = { readonly use: Use; amount: number };

/** Uses that lie closer together than this part of the window are kept as one, so that memory is bounded. */
const grain = 1000;

/** Sees to it that no span of a length holds more than an amount, wherever the span begins. */
export class SlidingWindow {
  readonly #amount: number;
  readonly #windowMs: number;
  readonly #uses: Use[] = [];
  #used = 0;

  constructor({ amount, windowMs }: { readonly amount: number; readonly windowMs: number }) {
    this.#amount = amount;
    this.#windowMs = windowMs;
  }

  /** When so much fits, if nothing else comes between. What is larger than the whole allowance gets a window alone. */
  readyAt(need: number, now: number): number {
    this.#forget(now);
    let over = this.#used + Math.min(need, this.#amount) - this.#amount;
    if (over <= 0) return now;
    for (const { until, amount } of this.#uses) {
      over -= amount;
      if (over <= 0) return until + this.#windowMs;
    }
    return now;
  }

  book(amount: number, now: number): Booking {
    const last = this.#uses.at(-1);
    this.#used += amount;
    if (last !== undefined && now - last.from < this.#windowMs / grain) {
      last.until = now;
      last.amount += amount;
      return { use: last, amount };
    }
    const use = { from: now, until: now, amount };
    this.#uses.push(use);
    return { use, amount };
  }

  /** What a booking really came to. */
  settle(booking: Booking, amount: number): void {
    const change = amount - booking.amount;
    booking.amount = amount;
    // What has left the window already is no longer counted.
    if (!this.#uses.includes(booking.use)) return;
    booking.use.amount += change;
    this.#used += change;
  }

  #forget(now: number): void {
    while (this.#uses[0] !== undefined && this.#uses[0].until + this.#windowMs <= now) {
      this.#used -= this.#uses.shift()?.amount ?? 0;
    }
  }
}
