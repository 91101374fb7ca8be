import type { Clock } from "../core/clock.ts";

/** A longer timer would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The clocks of this machine. */
export const systemClock: Clock = {
  // oxlint-disable-next-line no-restricted-properties -- this is where the time comes from
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    let left = ms;
    while (left > longestTimer) {
      await sleepOnce(longestTimer, signal);
      left -= longestTimer;
    }
    await sleepOnce(left, signal);
  },
};

function sleepOnce(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
