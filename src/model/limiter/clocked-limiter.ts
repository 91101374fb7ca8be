import type { Clock } from "../../core/clock.ts";
import type { ResponseHeaders } from "../../platform/index.ts";
import type { ChatRequest } from "../chat.ts";
import { Alarm } from "./alarm.ts";
import { endingOf } from "./ending-of.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import type { Entering, Limiter, Slot, SlotWait } from "./limiter.ts";
import { pressureOf } from "./rate-headers.ts";
import type { Rate } from "./rate.ts";
import { Schedule, type Ticket } from "./schedule.ts";

export interface LimiterOptions {
  /** `provider/name`, for messages. */
  readonly model: string;
  readonly clock: Clock;
  readonly rates: readonly Rate[];
  /** The most requests that may be under way. */
  readonly concurrency: number;
  /** Whether input that came from a cache counts, too. */
  readonly countsCacheReads: boolean;
  /** Told when everybody has to wait, once for each time. */
  readonly onWait?: ((wait: SlotWait) => void) | undefined;
}

/** Somebody in the queue. */
interface Waiting extends Ticket {
  start(): void;
}

/** Shorter waits are over before anybody has read of them. */
const worthTellingMs = 500;

/** A limiter that waits by a clock; what may begin when is for its {@link Schedule} to say. */
export class ClockedLimiter implements Limiter {
  readonly #options: LimiterOptions;
  readonly #schedule: Schedule<Waiting>;
  readonly #alarm: Alarm;
  readonly #countsTokens: boolean;
  #toldAt: number | undefined;

  constructor(options: LimiterOptions) {
    this.#options = options;
    this.#schedule = new Schedule<Waiting>(options);
    this.#alarm = new Alarm(options.clock, () => void this.#proceed());
    this.#countsTokens = options.rates.some(({ unit }) => unit === "tokens");
  }

  async enter(request: ChatRequest, { signal, onWait }: Entering): Promise<Slot> {
    signal?.throwIfAborted();
    const since = this.#now;
    let waiting: Waiting | undefined;
    let hasWaited = false;
    await new Promise<void>((resolve, reject) => {
      let hasBegun = false;
      const own: Waiting = {
        tokens: this.#countsTokens ? estimateTokens(request) : 0,
        start: () => {
          hasBegun = true;
          signal?.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      const onAbort = (): void => {
        this.#schedule.withdraw(own);
        reject(signal?.reason);
        this.#proceed();
      };
      waiting = own;
      this.#schedule.enqueue(own);
      const wakeAt = this.#proceed();
      if (hasBegun) return;
      hasWaited = true;
      signal?.addEventListener("abort", onAbort, { once: true });
      onWait?.(wakeAt === undefined ? Infinity : wakeAt - this.#now);
    });
    if (hasWaited) onWait?.(0);
    return this.#slotOf(waiting, hasWaited ? this.#now - since : 0);
  }

  heed(headers: ResponseHeaders): void {
    const pressure = pressureOf(headers, this.#options.clock.now());
    if (pressure === undefined) return;
    this.#schedule.warn(this.#now);
    if (pressure.pauseMs > 0) this.#schedule.pause(this.#now + pressure.pauseMs);
  }

  get #now(): number {
    return this.#options.clock.monotonic();
  }

  #slotOf(waiting: Waiting | undefined, waitedMs: number): Slot {
    let taken = waiting;
    return {
      waitedMs,
      leave: (end) => {
        if (taken === undefined) return;
        const ending = endingOf(end, this.#options.countsCacheReads);
        this.#schedule.finish(taken, ending, this.#now);
        taken = undefined;
        this.#proceed();
      },
    };
  }

  /** Lets begin who may; gives back when the next one may, where only time is missing. */
  #proceed(): number | undefined {
    const now = this.#now;
    const { started, wakeAt, heldBy } = this.#schedule.admit(now);
    for (const waiting of started) waiting.start();
    this.#alarm.set(wakeAt);
    if (wakeAt !== undefined) this.#tell(wakeAt, now, heldBy);
    return wakeAt;
  }

  #tell(at: number, now: number, heldBy: Rate | undefined): void {
    if (at === this.#toldAt || at - now < worthTellingMs) return;
    this.#toldAt = at;
    const { model, onWait } = this.#options;
    const why =
      heldBy === undefined ? "the provider asked for a pause" : `the limit is ${heldBy.text}`;
    onWait?.({ model, ms: at - now, reason: `${model}: ${why}` });
  }
}
