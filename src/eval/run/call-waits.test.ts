import { expect, test } from "vitest";
import { type HandClock, handClock } from "../../../fixtures/eval/hand-clock.ts";
import { memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { helperProject, runEval } from "../../../fixtures/eval/run-eval.ts";
import {
  type ChatReply,
  createModel,
  type ModelClient,
  ModelError,
  type ReplyListener,
} from "../../model/index.ts";
import type { TrialRecord } from "../../record/index.ts";
import { CallWaits } from "./call-waits.ts";

const suite = `suite: one
target: { flow: helper }
script: a.script.yml
tools: { get_issue: { returns: {} } }
cases:
  - { id: a, ask: hello, limits: { max_seconds: 10 }, expect: [answer: there] }
`;
const overloaded = new ModelError("MODEL_OVERLOADED", "overloaded", {
  retryable: true,
  status: 529,
});
const signal = new AbortController().signal;

/** Runs one trial with a limit of ten seconds, while the clock goes on in steps of half a second. */
async function trialOf(clock: HandClock, client: ModelClient): Promise<TrialRecord> {
  const project = helperProject(
    suite,
    "script: a\nreplies: [{ turns: [{ text: hello there }] }]\n",
  );
  const sources = { flags: { model: client.id } };
  const run = runEval(project, { clock, sources, models: { [client.id]: client } });
  const { trials } = await clock.advanceUntil(run, 500);
  const [trial] = trials;
  if (trial === undefined) throw new Error("no trial");
  return trial;
}

interface Call {
  readonly sleep: (seconds: number) => Promise<void>;
  readonly listener: ReplyListener | undefined;
}

/** A model of which each call does something and then says hello. */
function model(clock: HandClock, play: (call: Call) => Promise<Partial<ChatReply>>): ModelClient {
  return {
    id: "test/model",
    kind: "live",
    chat: async (_request, within = signal, listener) => ({
      parts: [{ type: "text", text: "hello there" }],
      stopReason: "end_turn",
      usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
      servedModel: "m",
      firstTokenMs: 1,
      activeMs: 1000,
      waitMs: 0,
      attempts: 1,
      ...(await play({ sleep: (seconds) => clock.sleep(seconds * 1000, within), listener })),
    }),
  };
}

test("waiting for a slot does not count, though nobody knows beforehand how long it takes", async () => {
  const clock = handClock();
  const client = model(clock, async ({ sleep, listener }) => {
    listener?.onWait?.(Infinity, undefined);
    await sleep(28_800);
    listener?.onWait?.(0, undefined);
    await sleep(9);
    return { activeMs: 9000, waitMs: 28_800_000 };
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "pass",
    activeMs: 9000,
    waitMs: 28_800_000,
  });
});

test("once it has its slot, a call takes its time", async () => {
  const clock = handClock();
  const client = model(clock, async ({ sleep, listener }) => {
    listener?.onWait?.(Infinity, undefined);
    await sleep(60);
    listener?.onWait?.(0, undefined);
    await sleep(11);
    return { activeMs: 11_000, waitMs: 60_000 };
  });
  expect(await trialOf(clock, client)).toMatchObject({ outcome: "agent_error" });
});

test("a pause within a call does not count, however long it is", async () => {
  const clock = handClock();
  const client = model(clock, async ({ sleep, listener }) => {
    await sleep(2);
    listener?.onWait?.(60_000, overloaded);
    await sleep(60);
    await sleep(9);
    return { activeMs: 9000, waitMs: 62_000, attempts: 2 };
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "pass",
    activeMs: 9000,
    waitMs: 62_000,
  });
});

test("a limit within an attempt that follows a failure is the provider's", async () => {
  const clock = handClock();
  const client = model(clock, async ({ sleep, listener }) => {
    await sleep(2);
    listener?.onWait?.(60_000, overloaded);
    await sleep(60);
    await sleep(11);
    return {};
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "infra_error",
    reason: "MODEL_OVERLOADED: overloaded; the time limit of 10 s was reached in this call",
  });
});

test.each([
  ["is answered in the end", 11, 1, 12_000],
  ["does not come back", 10_000, 0, 21_000],
])("a limit within a call that %s is the agent's", async (_what, seconds, replies, ended) => {
  const clock = handClock();
  const client = model(clock, async ({ sleep }) => {
    await sleep(seconds);
    return {};
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "agent_error",
    reason: "time_limit: the agent took longer than 10 s",
    replies,
  });
  expect(clock.now()).toBeLessThanOrEqual(ended);
});

test.each([
  ["is tried again", true],
  ["ends", false],
])("a limit within a first attempt that fails and %s is the provider's", async (_what, again) => {
  const clock = handClock();
  const client = model(clock, async ({ sleep, listener }) => {
    await sleep(12);
    if (!again) throw overloaded;
    listener?.onWait?.(1000, overloaded);
    await sleep(1000);
    return {};
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "infra_error",
    reason: expect.stringMatching(/^MODEL_OVERLOADED: overloaded/),
  });
  expect(clock.now()).toBeLessThanOrEqual(13_000);
});

test("a failure that was overcome is forgotten in the next call", async () => {
  const clock = handClock();
  let calls = 0;
  const client = model(clock, async ({ sleep, listener }) => {
    calls += 1;
    if (calls === 2) {
      await sleep(11);
      return {};
    }
    listener?.onWait?.(1000, overloaded);
    await sleep(2);
    const call = { type: "tool_call", id: "1", name: "get_issue", args: { url: "u" } } as const;
    return { parts: [call], activeMs: 1000, waitMs: 1000, attempts: 2 };
  });
  expect(await trialOf(clock, client)).toMatchObject({ outcome: "agent_error", replies: 2 });
});

test("a provider that fails for good has made the trial wait all the time", async () => {
  const clock = handClock();
  const client = model(clock, async ({ sleep }) => {
    await sleep(7);
    throw overloaded;
  });
  expect(await trialOf(clock, client)).toMatchObject({
    outcome: "infra_error",
    waitMs: 7000,
    activeMs: 0,
  });
});

test("a provider that asks to wait longer than the limit fails as the provider", async () => {
  const clock = handClock();
  const files = memoryFiles({
    "b.script.yml":
      "script: b\nreplies: [{ turns: [{ fault: { status: 529, retry_after: 30 } }] }]\n",
  });
  const client = await createModel("script/b.script.yml", {
    files,
    clock,
    random: { next: () => 0.5 },
  });
  const trial = await trialOf(clock, client);
  expect(trial).toMatchObject({
    outcome: "infra_error",
    reason: expect.stringMatching(/^MODEL_OVERLOADED: .*\(6 attempts\)/),
  });
  expect(trial.waitMs).toBeGreaterThanOrEqual(150_000);
});

test("calls that wait at the same time make one waiting, and an older recording none", async () => {
  const clock = handClock();
  const waits = new CallWaits(clock);
  const watched = waits.watch(
    model(clock, async ({ sleep, listener }) => {
      listener?.onWait?.(4000, overloaded);
      await sleep(5);
      return { activeMs: 1000, waitMs: 100_000 };
    }),
  );
  const ask = (): Promise<ChatReply> =>
    watched.chat({ role: "agent", system: [], messages: [], tools: [], maxTokens: 1, trial: 0 });
  const first = ask();
  await clock.advance(2000);
  const second = ask();
  await clock.advance(1000);
  expect(waits.waitedMs).toBe(3000);
  expect(await waits.failureWithin(0, signal)).toBe(overloaded);
  await clock.advance(2000);
  await first;
  await clock.advance(2000);
  await second;
  // From 0 to 7 seconds; the replies tell of more.
  expect(waits.waitedMs).toBe(7000);
  expect(await waits.failureWithin(0, signal)).toBeUndefined();
});

test("whoever listens besides hears everything", async () => {
  const clock = handClock();
  const heard: unknown[] = [];
  const client: ModelClient = {
    id: "test/model",
    kind: "live",
    chat: async (_request, _signal, listener) => {
      listener?.onText("a");
      listener?.onDiscard();
      listener?.onWait?.(5, overloaded);
      throw overloaded;
    },
  };
  const request = { role: "agent", system: [], messages: [], tools: [], maxTokens: 1, trial: 0 };
  const asked = new CallWaits(clock).watch(client).chat({ ...request, role: "agent" }, undefined, {
    onText: (text) => heard.push(text),
    onDiscard: () => heard.push("discarded"),
    onWait: (ms) => heard.push(ms),
  });
  await expect(asked).rejects.toBe(overloaded);
  expect(heard).toEqual(["a", "discarded", 5]);
});
