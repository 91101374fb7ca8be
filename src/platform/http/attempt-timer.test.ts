import { afterEach, expect, test, vi } from "vitest";
import { startAttemptTimer } from "./attempt-timer.ts";

const limits = { idleMs: 100, totalMs: 1000 };

afterEach(() => {
  vi.useRealTimers();
});

test("ends what is idle", () => {
  vi.useFakeTimers();
  const timer = startAttemptTimer(limits);
  vi.advanceTimersByTime(99);
  expect(timer.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(timer.signal.aborted).toBe(true);
  expect(timer.expired).toBe(100);
});

test("bounds also what never is", () => {
  vi.useFakeTimers();
  const timer = startAttemptTimer(limits);
  for (let passed = 0; passed < 990; passed += 90) {
    vi.advanceTimersByTime(90);
    timer.touch();
  }
  expect(timer.expired).toBeUndefined();
  vi.advanceTimersByTime(20);
  expect(timer.expired).toBe(1000);
});

test("gives the rest of a complete reply a moment", () => {
  vi.useFakeTimers();
  const timer = startAttemptTimer({ idleMs: 10_000, totalMs: 10_000 });
  timer.finishWithin(50);
  vi.advanceTimersByTime(50);
  expect(timer.signal.aborted).toBe(true);
});

test("passes on the caller's abort, with its reason, and that is no expiry", () => {
  const caller = new AbortController();
  const timer = startAttemptTimer(limits, caller.signal);
  caller.abort("stop");
  expect(timer.signal.reason).toBe("stop");
  expect(timer.expired).toBeUndefined();
  timer.stop();
});

test("passes on an abort that came before it", () => {
  const timer = startAttemptTimer({ idleMs: 1000, totalMs: 1000 }, AbortSignal.abort("early"));
  expect(timer.signal.aborted).toBe(true);
  expect(timer.signal.reason).toBe("early");
  expect(timer.expired).toBeUndefined();
  timer.stop();
});

test("when stopped, does nothing any more", () => {
  vi.useFakeTimers();
  const caller = new AbortController();
  const timer = startAttemptTimer(limits, caller.signal);
  timer.stop();
  caller.abort();
  vi.advanceTimersByTime(10_000);
  expect(timer.signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
