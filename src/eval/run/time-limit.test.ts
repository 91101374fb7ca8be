import { expect, test } from "vitest";
import { handClock } from "../../../fixtures/eval/hand-clock.ts";
import { ModelError } from "../../model/index.ts";
import { type TimeLimit, TimeLimitReached, withTimeLimit } from "./time-limit.ts";

const none: Pick<TimeLimit, "waitedMs" | "failureWithin" | "signal"> = {
  waitedMs: () => 0,
  failureWithin: async () => undefined,
  signal: undefined,
};

const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Error("aborted"));
    });
  });

test("work within the limit gives its result, and no timer stays", async () => {
  const clock = handClock();
  const done = withTimeLimit({ clock, maxMs: 100, ...none }, async () => 7);
  expect(await done).toBe(7);
  expect(clock.sleepers).toBe(0);
});

test("work beyond the limit ends in the limit's name", async () => {
  const clock = handClock();
  const done = withTimeLimit({ clock, maxMs: 1500, ...none }, forever);
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
  const done = withTimeLimit({ clock, maxMs: 100, ...none, waitedMs: () => waited }, forever);
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
  const done = withTimeLimit({ clock, maxMs: 100, ...none, signal: outer.signal }, forever);
  outer.abort("stop");
  await expect(done).rejects.toBe("stop");
  expect(clock.sleepers).toBe(0);
  const later = { clock, maxMs: 100, ...none, signal: outer.signal };
  await expect(withTimeLimit(later, async () => 7)).rejects.toBe("stop");
});

test("work that ends while it is in doubt whose fault it is comes too late", async () => {
  const clock = handClock();
  const failureWithin: TimeLimit["failureWithin"] = async (ms) => {
    expect(ms).toBe(100);
    await clock.sleep(50);
    return undefined;
  };
  const limit = { clock, maxMs: 100, ...none, failureWithin };
  const done = withTimeLimit(limit, () => clock.sleep(101)).catch((error: unknown) => error);
  for (const ms of [100, 1, 49]) await clock.advance(ms);
  expect(await done).toEqual(new TimeLimitReached(100));
});

test("an error of the work itself is passed on", async () => {
  const clock = handClock();
  const failing = withTimeLimit({ clock, maxMs: 100, ...none }, () =>
    Promise.reject(new Error("own")),
  );
  await expect(failing).rejects.toThrow("own");
});

test("a limit that falls into a call which the provider has failed is the provider's", async () => {
  const clock = handClock();
  const details = { retryable: true, status: 529, requestId: "req_1", hint: "wait" };
  const failure = new ModelError("MODEL_OVERLOADED", "it is overloaded", details);
  const limit = { clock, maxMs: 1500, ...none, failureWithin: async () => failure };
  const caught = withTimeLimit(limit, forever).catch((error: unknown) => error);
  await clock.advance(1500);
  expect(await caught).toMatchObject({
    code: "MODEL_OVERLOADED",
    message: "it is overloaded; the time limit of 1.5 s was reached in this call (request req_1)",
    status: 529,
    hint: "wait",
    cause: failure,
  });
});
