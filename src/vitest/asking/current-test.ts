import { inject, type TestContext, TestRunner } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { RunSetting } from "../run-setting.ts";

/** A test of Vitest. */
export type Task = TestContext["task"];

/**
 * What the plugin says about the run.
 *
 * @throws AppError VITEST_NOT_SET_UP
 */
export function runSetting(): RunSetting {
  // The type says that it is there because the plugin puts it there.
  const setting: RunSetting | undefined = inject("flowproof");
  if (setting !== undefined) return setting;
  throw new AppError("VITEST_NOT_SET_UP", "flowproof's plugin is not in Vitest's configuration", {
    hint: 'put `plugins: [flowproofVitest()]` into it, from "flowproof/vitest/config"; without it Vitest ends a test after 5 s',
  });
}

/**
 * The test in which an agent is asked.
 *
 * @throws AppError VITEST_NO_TEST, VITEST_RETRIED
 */
export function currentTest(given: Task | undefined): Task {
  const task = given ?? TestRunner.getCurrentTest();
  if (task === undefined || task.type !== "test") {
    throw new AppError("VITEST_NO_TEST", "an agent is asked outside of a test", {
      hint: "ask in `test(…)`; `defineAgent(…)` is for what several tests share",
    });
  }
  if (given === undefined && task.concurrent === true) {
    const message = `the test "${task.name}" runs beside others, and does not say which it is`;
    const hint = 'hand it in: `async ({ task }) => { await askAgent("…", { task, … }) }`';
    throw new AppError("VITEST_NO_TEST", message, { hint });
  }
  const { retryCount = 0, repeatCount = 0 } = task.result ?? {};
  if (retryCount > 0 || repeatCount > 0) {
    const message = `Vitest runs the test "${task.name}" again, which would hide that an agent is unreliable`;
    const hint = "leave `retry` and `repeats` out; say { trials: 5, require: 4 } in the case";
    throw new AppError("VITEST_RETRIED", message, { hint });
  }
  return task;
}

/**
 * Makes sure that the limits of the case end it, and not Vitest.
 *
 * @throws AppError VITEST_TIMEOUT
 */
export function requireTime(task: Task, needMs: number): void {
  const { timeout } = task;
  if (timeout <= 0 || timeout >= needMs) return;
  const message = `Vitest ends the test "${task.name}" after ${timeout / 1000} s, but its case may take ${needMs / 1000} s`;
  const hint =
    "leave `testTimeout` out where flowproof's plugin is, or set `limits: { max_seconds }` of the case";
  throw new AppError("VITEST_TIMEOUT", message, { hint });
}

/** The numbers by which a test is found in its file: they sort tests as they are written. */
export function orderOf({ id }: Task): readonly number[] {
  return id.split("_").slice(1).map(Number);
}
