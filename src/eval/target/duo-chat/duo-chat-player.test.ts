import { afterEach, describe, expect, test } from "vitest";
import { createVirtualClock, type VirtualClock } from "../../../core/testing/virtual-clock.ts";
import { createLimiters, rateBook } from "../../../model/index.ts";
import { diskFiles, pooledFetch } from "../../../platform/index.ts";
import {
  type CatalogFile,
  createGitlabSimulator,
  type GitlabSimulator,
  loadCatalog,
  serve,
} from "../../../simulators/index.ts";
import { CallWaits } from "../../run/call-waits.ts";
import { TargetError } from "../target-error.ts";
import type { TargetEvent } from "../target-event.ts";
import type { TargetPlayer } from "../target-player.ts";
import { type DuoChatSetting, openDuoChat } from "./duo-chat-player.ts";

const shop = await loadCatalog("fixtures/catalogs/shop", diskFiles);
const token = "shop-writer-token";
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Given {
  readonly chat?: CatalogFile["duo_chat"];
  readonly resource?: string;
  /** Such as `2/8h`. */
  readonly rate?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

interface Stage {
  readonly open: () => TargetPlayer;
  readonly clock: VirtualClock;
  readonly waits: CallWaits;
  readonly events: TargetEvent[];
  readonly told: string[];
  readonly simulator: GitlabSimulator;
}

/** A simulator on a real port, and conversations with it that share its clock and one limiter. */
async function stage(given: Given = {}): Promise<Stage> {
  const { chat = {}, rate, variables = { GITLAB_TOKEN: token } } = given;
  const clock = createVirtualClock(Date.parse("2026-06-01T12:00:00Z"));
  const catalog = { ...shop, duo_chat: { ...shop.duo_chat, ...chat } };
  const simulator = createGitlabSimulator({ catalog, clock });
  const server = await serve(simulator, { port: 0, onError: () => undefined });
  closing.push(() => server.close());
  const events: TargetEvent[] = [];
  const told: string[] = [];
  const waits = new CallWaits(clock);
  const limiters =
    rate === undefined
      ? undefined
      : createLimiters({
          clock,
          rates: rateBook([{ "gitlab/duo_chat": rate }]),
          concurrency: 4,
          onWait: ({ ms, reason }) => told.push(`${ms / 1000} s: ${reason}`),
        });
  const setting: DuoChatSetting = {
    clock,
    network: {
      fetch: pooledFetch({ connections: 2 }),
      random: { next: () => 0 },
      variable: (name) => variables[name],
      onWait: (ms, reason) => told.push(`${ms / 1000} s: ${reason}`),
      limiters,
    },
    waits,
    onEvent: (event) => events.push(event),
    signal: new AbortController().signal,
  };
  const target = {
    kind: "duo_chat",
    name: "default",
    reference: server.url,
    version: "",
    model: undefined,
    url: server.url,
    resource: given.resource,
  } as const;
  return { open: () => openDuoChat(target, setting), clock, waits, events, told, simulator };
}

async function failure(work: Promise<unknown>): Promise<TargetError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof TargetError) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

describe("a conversation", () => {
  test("stays in one thread, tells what it knows and no more", async () => {
    const { open, events, waits } = await stage({ resource: "shop/agents#7" });
    const player = open();
    await player.send("How many crates are there?");
    await player.send("How many, once more?");
    expect(player.result()).toMatchObject({
      status: "completed",
      answer: "As I said, 12.",
      turns: 2,
      calls: [],
      activeMs: 500,
      waitMs: 0,
    });
    expect([...player.unknown()].toSorted()).toEqual([
      "calls",
      "replies",
      "route",
      "status",
      "usage",
    ]);
    expect(player.ended).toBeUndefined();
    expect(events).toEqual([
      { type: "answered", activeMs: 500, waitMs: 0 },
      { type: "answered", activeMs: 0, waitMs: 0 },
    ]);
    expect(waits.waitedMs).toBe(0);
  });

  test("two of them know nothing of each other", async () => {
    const { open } = await stage({ chat: { replies: [{ turn: 1, answer: "first" }] } });
    for (const player of [open(), open()]) {
      await player.send("?");
      expect(player.result().answer).toBe("first");
    }
  });

  test.each(["/new", "/clear", "/reset"])("%s begins another thread, unsent", async (command) => {
    const { open, simulator } = await stage({
      chat: { replies: [{ turn: 2, answer: "second" }, { answer: "first" }] },
    });
    const player = open();
    await player.send("a");
    const sent = simulator.requests.length;
    await player.send(command);
    expect(simulator.requests).toHaveLength(sent);
    expect(player.result()).toMatchObject({ answer: "", turns: 2, activeMs: 0 });
    await player.send("b");
    expect(player.result().answer).toBe("first");
    expect(player.unknown().has("times")).toBe(false);
  });
});

describe("the limit of eight hours", () => {
  const chat = { requests_per_8_hours: 2, replies: [{ answer: "x" }] };

  test("is kept by waiting, which is told of and is nobody's latency", async () => {
    const { open, clock, told, waits } = await stage({ chat, rate: "2/8h" });
    const start = clock.monotonic();
    const player = open();
    for (const question of ["a", "/new", "b"]) await player.send(question);
    expect(clock.monotonic() - start).toBe(0);
    await player.send("c");
    expect(player.result()).toMatchObject({ answer: "x", turns: 4, activeMs: 0 });
    const eightHours = 8 * 60 * 60 * 1000;
    expect(clock.monotonic() - start).toBe(eightHours);
    expect(player.result().waitMs).toBe(eightHours);
    expect(waits.waitedMs).toBe(eightHours);
    expect(told).toEqual(["28800 s: gitlab/duo_chat: the limit is 2/8h"]);
  });

  test("ends a trial where nobody keeps it", async () => {
    const { open } = await stage({ chat });
    const player = open();
    await player.send("a");
    await player.send("b");
    const error = await failure(player.send("c"));
    expect(error).toMatchObject({ code: "DUO_CHAT_LIMITED", outcome: "infra_error" });
    expect(error.hint).toMatch(/^go on after 16:00 UTC/);
  });
});

describe("what ends a trial", () => {
  test.each<readonly [string, string, string, Given]>([
    ["/clean", "DUO_CHAT_COMMAND_UNKNOWN", "suite_error", {}],
    ["stock?", "DUO_CHAT_RESOURCE_UNKNOWN", "suite_error", { resource: "shop/agents#99" }],
    ["stock?", "DUO_CHAT_REFUSED", "suite_error", { chat: { users: ["root"] } }],
    [
      "stock?",
      "GITLAB_TOKEN_REFUSED",
      "suite_error",
      { variables: { GITLAB_TOKEN: "wrong-token" } },
    ],
    ["overload", "DUO_CHAT_FAILED", "infra_error", {}],
    ["silence", "DUO_CHAT_NO_ANSWER", "infra_error", {}],
    ["nothing", "DUO_CHAT_EMPTY", "infra_error", {}],
    [
      "long",
      "DUO_CHAT_CLIPPED",
      "infra_error",
      { chat: { replies: [{ answer: "x".repeat(30_000) }] } },
    ],
  ])("%s: %s, %s", async (question, code, outcome, given) => {
    const { open } = await stage(given);
    expect(await failure(open().send(question))).toMatchObject({ code, outcome });
  });

  test("a token that is not there ends the run before anything is sent", async () => {
    const { open, simulator } = await stage({ variables: { GITLAB_TOKEN: "" } });
    expect(open).toThrow(expect.objectContaining({ code: "GITLAB_TOKEN_MISSING" }));
    expect(simulator.requests).toHaveLength(0);
    const second = await stage({ variables: { GITLAB_API_TOKEN: token } });
    await second.open().send("stock?");
  });
});

test("an instance that says the token gets it into no record", async () => {
  const chat = {
    replies: [{ when: "echo", answer: `It is ${token}.` }, { errors: [`not ${token}`] }],
  };
  const { open } = await stage({ chat });
  const player = open();
  await player.send("echo");
  expect(player.result().answer).toMatch(/^It is \S+\.$/);
  expect(player.result().answer).not.toContain(token);
  const error = await failure(player.send("fail"));
  expect(JSON.stringify([error.message, error.hint, String(error.cause)])).not.toContain(token);
});
