import { expect, test } from "vitest";
import { createTimelineClock, type TimelineClock } from "../../core/testing/timeline-clock.ts";
import { seededRandom } from "../../platform/index.ts";
import type { ChatReply, ModelClient, ReplyListener } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { withRetry } from "../retry/with-retry.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { noUsage } from "../usage.ts";
import type { Limiter, SlotWait } from "./limiter.ts";
import { createLimiters, type Limiters } from "./limiters.ts";
import { rateBook } from "./rate-book.ts";

const key = { provider: "anthropic", model: "m", apiKey: "sk-1" };

interface Setting {
  readonly rate?: string;
  readonly concurrency?: number;
}

interface World {
  readonly clock: TimelineClock;
  readonly limiters: Limiters;
  readonly limiter: Limiter;
  readonly waits: SlotWait[];
}

function world({ rate, concurrency = 4 }: Setting = {}): World {
  const clock = createTimelineClock();
  const waits: SlotWait[] = [];
  const rates = rateBook(rate === undefined ? [] : [{ "*": rate }]);
  const onWait = (wait: SlotWait): void => void waits.push(wait);
  const limiters = createLimiters({ clock, concurrency, rates, onWait });
  return { clock, limiters, limiter: limiters.of(key), waits };
}

/** A model that takes 100 ms, and fails the attempts that are named. */
function model(clock: TimelineClock, fails: (attempt: number) => ModelError | undefined) {
  const started: number[] = [];
  const client: ModelClient = {
    id: "anthropic/m",
    kind: "live",
    async chat(_, signal): Promise<ChatReply> {
      started.push(clock.monotonic());
      const error = fails(started.length);
      await clock.sleep(100, signal);
      if (error !== undefined) throw error;
      return {
        parts: [],
        stopReason: "end_turn",
        usage: noUsage,
        servedModel: "m",
        firstTokenMs: 100,
        activeMs: 100,
        waitMs: 0,
        attempts: 1,
      };
    },
  };
  return { client, started };
}

function limited(retryAfterMs?: number): ModelError {
  return new ModelError("MODEL_RATE_LIMITED", "m: 429", {
    status: 429,
    retryable: true,
    retryAfterMs,
  });
}

/** Asks so many times at once; all replies, when no time is needed any more. */
async function ask(
  { clock, limiter }: World,
  client: ModelClient,
  { times, listener }: { readonly times: number; readonly listener?: ReplyListener },
): Promise<readonly ChatReply[]> {
  const asked = withRetry(client, { clock, random: seededRandom(1), limiter });
  const replies = Promise.all(
    Array.from({ length: times }, () => asked.chat(chatRequest(), undefined, listener)),
  );
  const [all] = await Promise.all([replies, clock.run()]);
  return all;
}

test("waiting for a slot is waiting, and no part of the latency", async () => {
  const here = world({ rate: "2/min" });
  const { client, started } = model(here.clock, () => undefined);
  const replies = await ask(here, client, { times: 5 });
  expect(started).toEqual([0, 0, 60_000, 60_000, 120_000]);
  expect(replies.map(({ waitMs }) => waitMs)).toEqual([0, 0, 60_000, 60_000, 120_000]);
  expect(replies.map(({ activeMs }) => activeMs)).toEqual([100, 100, 100, 100, 100]);
});

test("it is told while it happens: to who listens to the call, and once to who watches the run", async () => {
  const here = world({ rate: "1/min" });
  const { client } = model(here.clock, () => undefined);
  const heard: (readonly [number, unknown])[] = [];
  const listener = {
    onText: () => undefined,
    onDiscard: () => undefined,
    onWait: (ms: number, error?: ModelError) => void heard.push([ms, error]),
  };
  await ask(here, client, { times: 3, listener });
  expect(heard).toEqual([
    [60_000, undefined],
    [60_000, undefined],
    [0, undefined],
    [0, undefined],
  ]);
  expect(here.waits).toEqual([
    { model: "anthropic/m", ms: 60_000, reason: "anthropic/m: the limit is 1/min" },
    { model: "anthropic/m", ms: 60_000, reason: "anthropic/m: the limit is 1/min" },
  ]);
});

test("who waits for a place does not know how long", async () => {
  const here = world({ concurrency: 1 });
  const { client } = model(here.clock, () => undefined);
  const heard: number[] = [];
  const listener = {
    onText: () => undefined,
    onDiscard: () => undefined,
    onWait: (ms: number) => void heard.push(ms),
  };
  await ask(here, client, { times: 2, listener });
  expect(heard).toEqual([Infinity, 0]);
  expect(here.waits).toEqual([]);
});

test("a 429 that asks for time pauses everybody, not only the call that was told", async () => {
  const here = world({ concurrency: 2 });
  const { client, started } = model(here.clock, (attempt) =>
    attempt === 1 ? limited(30_000) : undefined,
  );
  const replies = await ask(here, client, { times: 6 });
  expect(started.slice(0, 2)).toEqual([0, 0]);
  expect(started.slice(2).every((at) => at >= 30_100)).toBe(true);
  expect(replies).toHaveLength(6);
  // The places were halved to one, and the pause is no time for growing.
  expect(started.slice(2, 4)).toEqual([30_100, 30_200]);
});

test("a storm of 429s without a wish is survived at a lower width", async () => {
  const here = world({ concurrency: 8 });
  const { client, started } = model(here.clock, (attempt) =>
    attempt <= 16 ? limited() : undefined,
  );
  expect(await ask(here, client, { times: 40 })).toHaveLength(40);
  expect(started).toHaveLength(56);
});

test("a wish that nobody waits for does not stop the others", async () => {
  const here = world({ concurrency: 1 });
  const { client, started } = model(here.clock, () => limited(3_600_000));
  await expect(ask(here, client, { times: 2 })).rejects.toThrow("it asks to wait 3600 s");
  expect(started.every((at) => at < 1000)).toBe(true);
});

test("headers that tell that nothing is left hold the next request up", async () => {
  const here = world();
  const reset = new Date(here.clock.now() + 9000).toISOString();
  here.limiter.heed(
    new Headers({
      "anthropic-ratelimit-requests-limit": "50",
      "anthropic-ratelimit-requests-remaining": "0",
      "anthropic-ratelimit-requests-reset": reset,
    }),
  );
  const { client, started } = model(here.clock, () => undefined);
  await ask(here, client, { times: 3 });
  expect(started).toEqual([9000, 9000, 9100]);
  expect(here.waits[0]?.reason).toBe("anthropic/m: the provider asked for a pause");
});

test("an abort ends the waiting, and lets the next one through", async () => {
  const { clock, limiter } = world({ concurrency: 1 });
  const slot = await limiter.enter(chatRequest(), {});
  const controller = new AbortController();
  const second = limiter.enter(chatRequest(), { signal: controller.signal });
  const third = limiter.enter(chatRequest(), {});
  controller.abort(new Error("canceled"));
  await expect(second).rejects.toThrow("canceled");
  slot.leave({ type: "reply", usage: noUsage });
  // A slot is given back once, however often that is said.
  slot.leave({ type: "reply", usage: noUsage });
  expect(await third).toMatchObject({ waitedMs: 0 });
  await clock.run();
});

test.each([
  ["the same", {}, true],
  ["another model", { model: "n" }, false],
  ["another key", { apiKey: "sk-2" }, false],
  ["another address", { baseUrl: "http://127.0.0.1:1" }, false],
  ["another provider", { provider: "openai" }, false],
])("%s: one limiter is %s", (_, change, isShared) => {
  const { limiters, limiter } = world();
  expect(limiters.of({ ...key, ...change }) === limiter).toBe(isShared);
});

test("tokens are counted as they turn out to be, cached input by provider", async () => {
  const usage = { ...noUsage, inputTokens: 100, cacheReadTokens: 900 };
  const begins = async (provider: string): Promise<number> => {
    const { clock, limiters } = world({ rate: "1000 tokens/min" });
    const limiter = limiters.of({ ...key, provider });
    const request = chatRequest({ maxTokens: 10 });
    (await limiter.enter(request, {})).leave({ type: "reply", usage });
    const next = limiter.enter(request, {});
    await clock.run();
    return (await next).waitedMs;
  };
  expect(await begins("anthropic")).toBe(0);
  expect(await begins("openai")).toBe(60_000);
});
