import type { Clock } from "../../../../core/clock.ts";

const windowMs = 8 * 60 * 60 * 1000;

/**
 * Counts what each user asks in windows of eight hours. GitLab's own limiter has windows that begin at whole
 * multiples of their length; that it says nothing of when one ends is known, where it begins is a guess.
 */
export class ChatLimit {
  readonly #limit: number;
  readonly #clock: Clock;
  readonly #counts = new Map<string, { readonly window: number; count: number }>();

  constructor(limit: number, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Counts a request, also one that is refused; says whether it is one too many. */
  isExceeded(user: string): boolean {
    const window = Math.floor(this.#clock.now() / windowMs);
    const open = this.#counts.get(user);
    const counted = open?.window === window ? open : { window, count: 0 };
    this.#counts.set(user, counted);
    counted.count += 1;
    return counted.count > this.#limit;
  }
}
