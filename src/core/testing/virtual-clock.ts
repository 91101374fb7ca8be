import type { Clock } from "../clock.ts";

/** A clock for tests: sleeping takes no time but moves it on. */
export interface VirtualClock extends Clock {
  /** What was slept, in order. */
  readonly sleeps: readonly number[];
  advance(ms: number): void;
}

/** Starts at the given time. */
export function createVirtualClock(start = 0): VirtualClock {
  const sleeps: number[] = [];
  let time = start;
  return {
    sleeps,
    advance(ms) {
      time += ms;
    },
    now: () => time,
    monotonic: () => time,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      sleeps.push(ms);
      time += ms;
      await Promise.resolve();
      signal?.throwIfAborted();
    },
  };
}
