import { expect, test, vi } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { systemClock } from "../../platform/index.ts";
import { Breather } from "./breather.ts";

/** A clock whose sleeps end when they are told to. */
function clockAt(times: { now: number }): { clock: Clock; sleeps: (() => void)[] } {
  const sleeps: (() => void)[] = [];
  const clock: Clock = {
    now: () => times.now,
    monotonic: () => times.now,
    sleep: () => new Promise((resolve) => void sleeps.push(resolve)),
  };
  return { clock, sleeps };
}

test("short work goes on without a pause, long work pauses, and all of it for the same", async () => {
  const times = { now: 0 };
  const { clock, sleeps } = clockAt(times);
  const breather = new Breather(clock);
  times.now = 49;
  await breather.breathe();
  expect(sleeps).toHaveLength(0);
  times.now = 50;
  const done: string[] = [];
  const first = breather.breathe().then(() => done.push("first"));
  const second = breather.breathe().then(() => done.push("second"));
  await Promise.resolve();
  expect([sleeps.length, done]).toEqual([1, []]);
  times.now = 60;
  sleeps[0]?.();
  await Promise.all([first, second]);
  expect(done).toEqual(["first", "second"]);
  times.now = 109;
  await breather.breathe();
  expect(sleeps).toHaveLength(1);
});

test("a timer fires while work goes on that waits for nothing", async () => {
  const breather = new Breather(systemClock);
  const fired = vi.fn<() => void>();
  setTimeout(fired, 1);
  const end = systemClock.monotonic() + 2000;
  while (fired.mock.calls.length === 0 && systemClock.monotonic() < end) await breather.breathe();
  expect(fired).toHaveBeenCalledOnce();
});
