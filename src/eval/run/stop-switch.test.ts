import { expect, test } from "vitest";
import { StopSwitch } from "./stop-switch.ts";

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason);
    });
  });

test("everything that runs is stopped for the first reason", async () => {
  const all = new StopSwitch();
  const works = [1, 2].map(() => all.run(untilAborted).catch((error: unknown) => error));
  expect(all.isStopped).toBe(false);
  all.stop("first");
  all.stop("second");
  expect(all.isStopped).toBe(true);
  expect(await Promise.all(works)).toEqual(["first", "first"]);
});

test("what starts later is aborted from the start", async () => {
  const all = new StopSwitch();
  all.stop("late");
  expect(await all.run(async ({ aborted, reason }) => [aborted, reason])).toEqual([true, "late"]);
});

test("what is done is not aborted", async () => {
  const all = new StopSwitch();
  const signal = await all.run(async (own) => own);
  all.stop("after");
  expect(signal.aborted).toBe(false);
});
