import { AdaptiveWidth } from "./adaptive-width.ts";
import type { Rate } from "./rate.ts";
import { type Booking, SlidingWindow } from "./sliding-window.ts";

/** A request that waits for its slot, or has one. */
export interface Ticket {
  /** As far as it can be told beforehand. */
  readonly tokens: number;
}

/** What came of a request. */
export type Ending =
  | { readonly type: "reply"; readonly tokens: number }
  /** The provider is pressed; `askedMs` is what it asks to wait. */
  | { readonly type: "pressed"; readonly askedMs: number }
  /** It failed in a way that says nothing about how much may be asked. */
  | { readonly type: "trouble" }
  /** It was called off, or refused for what it was. */
  | { readonly type: "other" };

/** What is possible at a time. */
export interface Admission<T extends Ticket> {
  /** Those that may begin, in order. */
  readonly started: readonly T[];
  /** When the next one may, where only time is missing; undefined where a place is, or nobody waits. */
  readonly wakeAt: number | undefined;
  /** The rate that holds it up; undefined where the provider asked for a pause. */
  readonly heldBy: Rate | undefined;
}

export interface ScheduleOptions {
  readonly rates: readonly Rate[];
  /** The most requests that may be under way. */
  readonly concurrency: number;
}

interface Window {
  readonly rate: Rate;
  readonly window: SlidingWindow;
}

/** Which requests may begin when: first come, first served, within all rates. It knows no timers. */
export class Schedule<T extends Ticket> {
  readonly #windows: readonly Window[];
  readonly #width: AdaptiveWidth;
  readonly #queue: T[] = [];
  readonly #underWay = new Map<T, readonly (Booking & { readonly of: Window })[]>();
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor({ rates, concurrency }: ScheduleOptions) {
    this.#windows = rates.map((rate) => ({ rate, window: new SlidingWindow(rate) }));
    this.#width = new AdaptiveWidth(concurrency);
  }

  /** How many may be under way at the moment. */
  get width(): number {
    return this.#width.width;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  enqueue(ticket: T): void {
    this.#queue.push(ticket);
  }

  /** Whoever waits no longer leaves the queue. */
  withdraw(ticket: T): void {
    const at = this.#queue.indexOf(ticket);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  /** Nothing begins before a time. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** The provider tells that little is left. */
  warn(now: number): void {
    this.#width.cut(now);
  }

  admit(now: number): Admission<T> {
    const started: T[] = [];
    for (;;) {
      const [next] = this.#queue;
      if (next === undefined || this.#underWay.size >= this.width) {
        return { started, wakeAt: undefined, heldBy: undefined };
      }
      const { at, heldBy } = this.#readyAt(next, now);
      if (at > now) return { started, wakeAt: at, heldBy };
      this.#queue.shift();
      this.#begin(next, now);
      started.push(next);
    }
  }

  finish(ticket: T, ending: Ending, now: number): void {
    const underWay = this.#underWay.size;
    const bookings = this.#underWay.get(ticket) ?? [];
    this.#underWay.delete(ticket);
    switch (ending.type) {
      case "reply":
        for (const booking of bookings) {
          if (booking.of.rate.unit === "tokens") booking.of.window.settle(booking, ending.tokens);
        }
        this.#width.succeed(now, underWay);
        return;
      case "pressed":
        this.#width.cut(now, ending.askedMs);
        if (ending.askedMs > 0) this.pause(now + ending.askedMs);
        return;
      case "trouble":
        this.#width.rest(now);
        return;
      case "other":
        return;
    }
  }

  #readyAt(ticket: T, now: number): { readonly at: number; readonly heldBy: Rate | undefined } {
    let at = Math.max(now, this.#pausedUntil);
    let heldBy: Rate | undefined;
    for (const { rate, window } of this.#windows) {
      const ready = window.readyAt(needOf(rate, ticket), now);
      if (ready > at) {
        at = ready;
        heldBy = rate;
      }
    }
    return { at, heldBy };
  }

  #begin(ticket: T, now: number): void {
    this.#underWay.set(
      ticket,
      this.#windows.map((of) => ({ ...of.window.book(needOf(of.rate, ticket), now), of })),
    );
  }
}

function needOf({ unit }: Rate, { tokens }: Ticket): number {
  return unit === "tokens" ? tokens : 1;
}
