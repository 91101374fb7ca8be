import type { Clock } from "../../src/core/clock.ts";

/** No script waits so long for a reply: whoever sleeps longer guards a limit. */
const longestDelayMs = 5_000;

/**
 * A clock that stands still, except that the delays of scripts pass at once and count. Limits of time are never
 * reached, so that what a run writes does not depend on the machine. For one trial at a time.
 */
export function createScriptClock(start: number): Clock {
  let time = start;
  return {
    now: () => time,
    monotonic: () => time - start,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms > longestDelayMs) await untilAborted(signal);
      time += ms;
    },
  };
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
