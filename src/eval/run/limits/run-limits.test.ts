import { expect, test } from "vitest";
import { handClock } from "../../../../fixtures/eval/hand-clock.ts";
import {
  type EvalOptions,
  type EvalRun,
  helperProject,
  runEval,
} from "../../../../fixtures/eval/run-eval.ts";
import type { ModelClient } from "../../../model/index.ts";
import { exitCodeOf } from "../../../record/index.ts";
import { graceMs } from "./when-time-is-up.ts";

const script = `script: a
replies:
  - when: { user: { $contains: broken } }
    turns: [{ fault: { status: 529 } }]
  - when: { user: { $contains: hello } }
    turns: [{ text: hi }]
`;

async function run(asks: readonly string[], options: EvalOptions): Promise<EvalRun> {
  const cases = asks.map(
    (ask, index) => `  - { id: c${index}, ask: ${ask}, expect: [answer: hi] }\n`,
  );
  const suite = `suite: one\ntarget: { flow: helper }\nscript: a.script.yml\ncases:\n${cases.join("")}`;
  return runEval(helperProject(suite, script), options);
}

/** A dollar a reply, after some time. */
function dearModel(wait?: (signal: AbortSignal | undefined) => Promise<void>): EvalOptions {
  const usage = { inputTokens: 1000, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  const client: ModelClient = {
    id: "test/dear",
    kind: "live",
    chat: async (_, signal) => {
      await wait?.(signal);
      return {
        parts: [{ type: "text", text: "hi" }],
        stopReason: "end_turn",
        usage,
        servedModel: "m",
        firstTokenMs: 1,
        activeMs: 1,
        waitMs: 0,
        attempts: 1,
      };
    },
  };
  return {
    sources: { flags: { model: client.id } },
    models: { [client.id]: client },
    prices: { dear: { input: 1000, output: 0 } },
  };
}

const hellos = Array.from({ length: 20 }, () => "hello");

test.each([1, 4, 20])("a run stops before it costs too much, %i at a time", async (concurrency) => {
  const result = await run(hellos, { ...dearModel(), concurrency, limits: { maxCostUsd: 5.5 } });
  expect(result.end).toBe("limit");
  expect(result.trials).toHaveLength(5);
  expect(result.record.limit).toEqual({ name: "cost", max: 5.5, used: 5 });
  expect(exitCodeOf(result.record)).toBe(4);
});

test("a limit that nothing was left out for stops nothing", async () => {
  const result = await run(hellos, { ...dearModel(), limits: { maxCostUsd: 20 } });
  expect(result.end).toBe("done");
  expect(result.record).not.toHaveProperty("limit");
});

test("too many errors stop a run; what the agent does wrong is none", async () => {
  const asks = ["hello", "broken", "hello", "broken", "broken", "hello"];
  const options = { concurrency: 1, limits: { maxErrors: { trials: 1 } } };
  const result = await run(asks, options);
  expect(result.end).toBe("limit");
  expect(result.trials.map(({ outcome }) => outcome)).toEqual([
    "pass",
    "infra_error",
    "pass",
    "infra_error",
  ]);
  expect(result.record.limit).toEqual({ name: "errors", max: 1, used: 2 });
  expect((await run(asks, { limits: { maxErrors: { trials: 3 } } })).end).toBe("done");
});

test("when the time is over nothing starts, and what is under way comes to its end", async () => {
  const clock = handClock();
  const options = dearModel((signal) => clock.sleep(400, signal));
  const running = run(hellos, { ...options, clock, concurrency: 2, limits: { maxMs: 700 } });
  const result = await clock.advanceUntil(running, 100);
  expect(result.end).toBe("limit");
  // Two rounds of two; the second was under way.
  expect(result.trials).toHaveLength(4);
  expect(result.record.limit).toMatchObject({ name: "time", max: 700 });
  expect(clock.sleepers).toBe(0);
});

test("a trial that goes on after that is stopped and not counted", async () => {
  const clock = handClock();
  const options = dearModel((signal) => clock.sleep(10 * graceMs, signal));
  const running = run(hellos, { ...options, clock, concurrency: 2, limits: { maxMs: 1000 } });
  const result = await clock.advanceUntil(running, 1000);
  expect(result.end).toBe("limit");
  expect(result.trials).toHaveLength(0);
  expect(result.record.limit?.used).toBeGreaterThanOrEqual(1000 + graceMs);
  expect(result.record.limit?.used).toBeLessThan(2 * graceMs);
});
