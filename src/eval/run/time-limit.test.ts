import { expect, test } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { TimeLimitReached, withTimeLimit } from "./time-limit.ts";

/** A clock that stands still until it is told to go on. */
function handClock(): Clock & { advance(ms: number): Promise<void>; readonly sleepers: number } {
  let now = 0;
  const sleepers = new Map<symbol, { readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    monotonic: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const id = Symbol("sleeper");
        sleepers.set(id, { at: now + ms, wake: resolve });
        signal?.addEventListener("abort", () => {
          sleepers.delete(id);
          reject(signal.reason);
        });
      }),
    async advance(ms) {
      now += ms;
      for (const [id, { at, wake }] of sleepers) {
        if (at > now) continue;
        sleepers.delete(id);
        wake();
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
    get sleepers() {
      return sleepers.size;
    },
  };
}

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Error("aborted"));
    });
  });

test("work within the limit gives its result, and no timer stays", async () => {
  const clock = handClock();
  const done = withTimeLimit(
    { clock, maxMs: 100, waitedMs: () => 0, signal: undefined },
    async () => 7,
  );
  expect(await done).toBe(7);
  expect(clock.sleepers).toBe(0);
});

test("work beyond the limit ends in the limit's name", async () => {
  const clock = handClock();
  const done = withTimeLimit({ clock, maxMs: 1500, waitedMs: () => 0, signal: undefined }, forever);
  const caught = done.catch((error: unknown) => error);
  await clock.advance(1499);
  expect(clock.sleepers).toBe(1);
  await clock.advance(1);
  expect(await caught).toEqual(new TimeLimitReached(1500));
  expect(new TimeLimitReached(1500).message).toBe("time_limit: the agent took longer than 1.5 s");
});

test("waiting for a provider does not count", async () => {
  const clock = handClock();
  let waited = 0;
  const done = withTimeLimit(
    { clock, maxMs: 100, waitedMs: () => waited, signal: undefined },
    forever,
  );
  const caught = done.catch((error: unknown) => error);
  waited = 60;
  await clock.advance(100);
  expect(clock.sleepers).toBe(1);
  await clock.advance(59);
  expect(clock.sleepers).toBe(1);
  await clock.advance(1);
  expect(await caught).toBeInstanceOf(TimeLimitReached);
});

test("an abort from outside keeps its own reason and leaves no listener", async () => {
  const clock = handClock();
  const outer = new AbortController();
  const done = withTimeLimit(
    { clock, maxMs: 100, waitedMs: () => 0, signal: outer.signal },
    forever,
  );
  outer.abort("stop");
  await expect(done).rejects.toBe("stop");
  expect(clock.sleepers).toBe(0);
  const later = { clock, maxMs: 100, waitedMs: () => 0, signal: outer.signal };
  await expect(withTimeLimit(later, async () => 7)).rejects.toBe("stop");
});

test("an error of the work itself is passed on", async () => {
  const clock = handClock();
  const failing = withTimeLimit({ clock, maxMs: 100, waitedMs: () => 0, signal: undefined }, () =>
    Promise.reject(new Error("own")),
  );
  await expect(failing).rejects.toThrow("own");
});
