import { expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { Random } from "../../core/random.ts";
import { createVirtualClock, type VirtualClock } from "../../core/testing/virtual-clock.ts";
import type { ChatReply, ModelClient } from "../chat.ts";
import { ModelError, type ModelErrorDetails } from "../model-error.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { noUsage } from "../usage.ts";
import { type RetryOptions, type RetryWait, withRetry } from "./with-retry.ts";

const half: Random = { next: () => 0.5 };

function modelError(details: Partial<ModelErrorDetails> = {}): ModelError {
  return new ModelError("MODEL_OVERLOADED", "m: the provider answered 529", {
    retryable: true,
    status: 529,
    type: "overloaded_error",
    hint: "wait",
    ...details,
  });
}

/** Fails in order, each time after 10 ms; then replies in 100 ms. */
function failing(clock: VirtualClock, errors: readonly Error[]): ModelClient {
  const left = [...errors];
  const reply: ChatReply = {
    parts: [{ type: "text", text: "ok" }],
    stopReason: "end_turn",
    usage: noUsage,
    servedModel: "m",
    firstTokenMs: 40,
    activeMs: 100,
    waitMs: 0,
    attempts: 1,
  };
  return {
    id: "test/m",
    kind: "live",
    async chat() {
      const error = left.shift();
      await Promise.resolve();
      clock.advance(error === undefined ? 100 : 10);
      if (error !== undefined) throw error;
      return reply;
    },
  };
}

interface Tried {
  readonly clock: VirtualClock;
  readonly waits: readonly RetryWait[];
  readonly reply?: ChatReply;
  readonly error?: unknown;
}

async function retried(
  errors: readonly Error[],
  options: Partial<RetryOptions> = {},
): Promise<Tried> {
  const clock = createVirtualClock();
  const waits: RetryWait[] = [];
  const onWait = (wait: RetryWait): void => void waits.push(wait);
  const client = withRetry(failing(clock, errors), { clock, random: half, onWait, ...options });
  try {
    return { clock, waits, reply: await client.chat(chatRequest()) };
  } catch (error) {
    return { clock, waits, error };
  }
}

test("what succeeds at once is left as it is", async () => {
  const { reply, waits } = await retried([]);
  expect(reply).toMatchObject({ attempts: 1, waitMs: 0, activeMs: 100, firstTokenMs: 40 });
  expect(waits).toEqual([]);
});

test("failed attempts and pauses are waiting, not latency", async () => {
  const { reply, clock } = await retried([modelError(), modelError()]);
  expect(clock.sleeps).toEqual([500, 1000]);
  expect(reply).toMatchObject({ attempts: 3, activeMs: 100, waitMs: 500 + 1000 + 20 });
});

test("gives up after six attempts, and says so", async () => {
  const { error, clock } = await retried(Array.from({ length: 9 }, () => modelError()));
  expect(clock.sleeps).toEqual([500, 1000, 2000, 4000, 8000]);
  expect(error).toBeInstanceOf(ModelError);
  expect(error).toMatchObject({
    code: "MODEL_OVERLOADED",
    message: "m: the provider answered 529 (6 attempts)",
    status: 529,
    type: "overloaded_error",
    hint: "wait",
  });
});

test.each([
  ["a refusal", modelError({ retryable: false })],
  ["an error of a script", new AppError("SCRIPT_NO_REPLY", "no reply")],
  ["a defect", new TypeError("oops")],
])("%s is not tried again", async (_, thrown) => {
  const { error, clock } = await retried([thrown]);
  expect(error).toBe(thrown);
  expect(clock.sleeps).toEqual([]);
});

test.each([
  ["a wish", 2000, 2100],
  ["no time", 0, 0],
  ["a wish at the cap", 60_000, 60_000],
  ["a wish over the cap", 60_001, 60_000],
  ["a wish as long as a call may take", 299_990, 60_000],
])("waits as long as the provider asks, within bounds: %s", async (_, retryAfterMs, expected) => {
  const { clock } = await retried([modelError({ retryAfterMs })]);
  expect(clock.sleeps).toEqual([expected]);
});

test.each([
  [300_000, 300],
  [86_400_000, 86_400],
  [2 ** 31, 2_147_484],
])("does not come back before %d ms have passed: it gives up", async (retryAfterMs, seconds) => {
  const { error, clock } = await retried([modelError({ retryAfterMs, requestId: "req_1" })]);
  expect(clock.sleeps).toEqual([]);
  expect(error).toMatchObject({
    code: "MODEL_OVERLOADED",
    message: `m: the provider answered 529; it asks to wait ${seconds} s, and no call is tried for longer than 300 s (request req_1)`,
    retryAfterMs,
    status: 529,
    hint: "wait",
  });
});

test("gives up also where a later attempt is told to wait too long, and says both", async () => {
  const errors = [modelError(), modelError({ retryAfterMs: 400_000 })];
  const { error, clock } = await retried(errors);
  expect(clock.sleeps).toEqual([500]);
  expect(String(error)).toContain("answered 529 (2 attempts); it asks to wait 400 s");
});

test("the number of the last request stands at the end", async () => {
  const errors = Array.from({ length: 6 }, (_, index) => modelError({ requestId: `req_${index}` }));
  const { error } = await retried(errors);
  expect(error).toMatchObject({
    requestId: "req_5",
    message: "m: the provider answered 529 (6 attempts) (request req_5)",
  });
});

test.each([
  [0, 0],
  [0.25, 250],
  [0.999_999, 1000],
])("jitter %d gives %d ms", async (random, expected) => {
  const { clock } = await retried([modelError()], { random: { next: () => random } });
  expect(clock.sleeps[0]).toBeCloseTo(expected, 0);
});

test("pauses are bounded in total", async () => {
  const errors = Array.from({ length: 50 }, () => modelError({ retryAfterMs: 60_000 }));
  const { error, clock } = await retried(errors, { attempts: 50, maxTotalMs: 200_000 });
  expect(clock.sleeps).toEqual([60_000, 60_000, 60_000]);
  expect(clock.now()).toBeLessThanOrEqual(200_000);
  expect(error).toMatchObject({
    message:
      "m: the provider answered 529 (4 attempts); it asks to wait 60 s, and no call is tried for longer than 200 s",
  });
});

test("failed attempts count towards the time of a call as well", async () => {
  const slow = createVirtualClock();
  const client = withRetry(
    {
      ...failing(slow, []),
      chat: () => {
        slow.advance(90_000);
        return Promise.reject(modelError());
      },
    },
    { clock: slow, random: half },
  );
  await expect(client.chat(chatRequest())).rejects.toThrow("(4 attempts)");
  expect(slow.sleeps).toEqual([500, 1000, 2000]);
});

test("a single pause is bounded however often it failed", async () => {
  const errors = Array.from({ length: 20 }, () => modelError());
  const { clock } = await retried(errors, { attempts: 30, maxTotalMs: 1e9 });
  expect(Math.max(...clock.sleeps)).toBe(30_000);
});

test("each pause is announced", async () => {
  const error = modelError();
  const { waits } = await retried([error, modelError()]);
  expect(waits).toMatchObject([
    { model: "test/m", role: "agent", ms: 500, attempt: 1, reason: error.message },
    { ms: 1000, attempt: 2 },
  ]);
  expect(waits[0]?.error).toBe(error);
});

test("an abort ends a pause", async () => {
  const clock = createVirtualClock();
  const controller = new AbortController();
  const client = withRetry(failing(clock, [modelError(), modelError()]), {
    clock,
    random: half,
    onWait: () => controller.abort(new Error("canceled")),
  });
  await expect(client.chat(chatRequest(), controller.signal)).rejects.toThrow("canceled");
});

test("a client keeps its name and kind", () => {
  const clock = createVirtualClock();
  const client = withRetry(failing(clock, []), { clock, random: half });
  expect(client).toMatchObject({ id: "test/m", kind: "live" });
});
