import type { Clock } from "../clock.ts";

/** A clock for tests of things that wait for each other: time passes only when all have come to a halt. */
export interface TimelineClock extends Clock {
  /** Lets time pass until nobody sleeps any more, or up to a time. */
  run(until?: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/** Starts at zero. */
export function createTimelineClock(): TimelineClock {
  const sleepers = new Set<Sleeper>();
  let time = 0;
  return {
    now: () => time,
    monotonic: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
          return;
        }
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          at: time + ms,
          wake() {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", onAbort, { once: true });
      }),
    async run(until = Infinity) {
      for (;;) {
        // Lets everything happen that needs no time.
        await new Promise((resolve) => setImmediate(resolve));
        const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
        if (next === undefined || next.at > until) return;
        sleepers.delete(next);
        time = Math.max(time, next.at);
        next.wake();
      }
    },
  };
}
