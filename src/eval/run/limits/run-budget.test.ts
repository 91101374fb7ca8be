import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../record/index.ts";
import { RunBudget } from "./run-budget.ts";
import type { RunLimits } from "./run-limits.ts";

function budgetOf(limits: RunLimits): RunBudget & { readonly at: (ms: number) => void } {
  let now = 0;
  const budget = new RunBudget(limits, { elapsedMs: () => now, planned: 20 });
  return Object.assign(budget, { at: (ms: number) => void (now = ms) });
}

const cost = (costUsd: number, outcome: Outcome = "pass") => ({ costUsd, outcome });

/** Whether somebody may enter now; undefined while that depends on others. */
async function entry(budget: RunBudget): Promise<boolean | undefined> {
  const later = new Promise<undefined>((resolve) => {
    setImmediate(() => resolve(undefined));
  });
  return Promise.race([budget.enter(), later]);
}

test("without limits everybody may enter", async () => {
  const budget = budgetOf({});
  for (let count = 0; count < 50; count += 1) expect(await entry(budget)).toBe(true);
  budget.leave(cost(1000, "infra_error"));
  expect(await entry(budget)).toBe(true);
  expect(budget.hit).toBeUndefined();
});

describe("cost", () => {
  test("the first trial runs alone, so that there is something to go by", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    const second = budget.enter();
    expect(await entry(budget)).toBeUndefined();
    budget.leave(cost(0.2));
    expect(await second).toBe(true);
  });

  test("for each trial under way as much is put aside as the dearest has cost", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    budget.leave(cost(0.3));
    expect(await entry(budget)).toBe(true);
    expect(await entry(budget)).toBe(true);
    const third = budget.enter();
    expect(await entry(budget)).toBeUndefined();
    // Cheaper than expected: there is room again.
    budget.leave(cost(0.05));
    expect(await third).toBe(true);
    expect(budget.hit).toBeUndefined();
  });

  test("nothing starts that could cost more than what is left, and nobody waits for ever", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    budget.leave(cost(0.6));
    expect(await entry(budget)).toBe(false);
    expect(budget.hit).toEqual({ name: "cost", max: 1, used: 0.6 });
  });

  test("exactly as much as the limit is not too much", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    budget.leave(cost(0.5));
    expect(await entry(budget)).toBe(true);
    budget.leave(cost(0.5));
    expect(await entry(budget)).toBe(false);
    expect(budget.hit?.used).toBe(1);
  });

  test("three times ten cents are thirty", async () => {
    const budget = budgetOf({ maxCostUsd: 0.3 });
    for (let count = 0; count < 3; count += 1) {
      expect(await entry(budget)).toBe(true);
      budget.leave(cost(0.1));
    }
    expect(await entry(budget)).toBe(false);
  });

  test("who waited is sent away when the money is gone", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    const waiting = [budget.enter(), budget.enter()];
    budget.leave(cost(0.9));
    expect(await Promise.all(waiting)).toEqual([false, false]);
  });

  test.each<[string, ReturnType<typeof cost>, boolean | undefined]>([
    ["a provider that never answered says nothing of the price", cost(0, "infra_error"), undefined],
    ["one that failed halfway does", cost(0.1, "infra_error"), true],
    ["an agent that costs nothing does", cost(0, "agent_error"), true],
  ])("%s", async (_, first, second) => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    budget.leave(first);
    expect(await entry(budget)).toBe(true);
    expect(await entry(budget)).toBe(second);
  });

  test("a reply from the cache costs nothing, and says what the next may cost", async () => {
    const budget = budgetOf({ maxCostUsd: 1 });
    expect(await entry(budget)).toBe(true);
    budget.leave({ ...cost(0), cached: { replies: 2, savedUsd: 0.7 } });
    expect(await entry(budget)).toBe(true);
    expect(await entry(budget)).toBeUndefined();
  });
});

test("when the time is over nothing starts", async () => {
  const budget = budgetOf({ maxMs: 1000 });
  budget.at(999);
  expect(await entry(budget)).toBe(true);
  budget.at(1000);
  expect(await entry(budget)).toBe(false);
  budget.at(1200);
  expect(budget.hit).toEqual({ name: "time", max: 1000, used: 1200 });
});

describe("errors", () => {
  test("29 % of 100 are 29, not 28.999999999999996", async () => {
    const budget = new RunBudget(
      { maxErrors: { share: 0.29 } },
      { elapsedMs: () => 0, planned: 100 },
    );
    for (let count = 0; count < 30; count += 1) {
      expect(await entry(budget)).toBe(true);
      budget.leave(cost(0, "judge_error"));
    }
    expect(await entry(budget)).toBe(false);
    expect(budget.hit).toEqual({ name: "errors", max: 29, used: 30 });
  });

  test.each<[RunLimits["maxErrors"], readonly Outcome[], boolean]>([
    [{ trials: 0 }, ["pass", "fail", "agent_error", "suite_error"], true],
    [{ trials: 0 }, ["infra_error"], false],
    [{ trials: 0 }, ["judge_error"], false],
    [{ trials: 2 }, ["infra_error", "judge_error"], true],
    [{ trials: 2 }, ["infra_error", "judge_error", "infra_error"], false],
    // Of 20 planned trials.
    [{ share: 0.1 }, ["infra_error", "infra_error"], true],
    [{ share: 0.1 }, ["infra_error", "infra_error", "judge_error"], false],
  ])("%j after %j: goes on %j", async (maxErrors, outcomes, goesOn) => {
    const budget = budgetOf({ maxErrors });
    for (const outcome of outcomes) {
      expect(await entry(budget)).toBe(true);
      budget.leave(cost(0, outcome));
    }
    expect(await entry(budget)).toBe(goesOn);
    expect(budget.hit?.name).toBe(goesOn ? undefined : "errors");
  });
});
