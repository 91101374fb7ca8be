import { buildSchema, parse, validate } from "graphql";
import { afterEach, describe, expect, test } from "vitest";
import type { VirtualClock } from "../../core/testing/virtual-clock.ts";
import { createVirtualClock } from "../../core/testing/virtual-clock.ts";
import { diskFiles, pooledFetch } from "../../platform/index.ts";
import {
  type CatalogFile,
  createGitlabSimulator,
  type GitlabSimulator,
  loadCatalog,
  type PlannedFault,
  serve,
} from "../../simulators/index.ts";
import { createGitLabClient, type GitLabClient } from "../create-gitlab-client.ts";
import { GitLabError } from "../gitlab-error.ts";
import { catalogSchema } from "../schema/catalog-schema.ts";
import { type AskOptions, askDuoChat, type ChatAnswer, type ChatReply } from "./ask-duo-chat.ts";
import { askDocument, pollDocument } from "./chat-documents.ts";
import { chatResourceDocuments, resolveChatResource } from "./resolve-chat-resource.ts";

const shop = await loadCatalog("fixtures/catalogs/shop", diskFiles);
/** Five hours into a window of eight. */
const startMs = Date.parse("2026-06-01T13:00:00Z");

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Stage {
  readonly client: GitLabClient;
  readonly clock: VirtualClock;
  readonly simulator: GitlabSimulator;
  readonly ask: (content: string, given?: Given) => Promise<ChatReply>;
}

interface Given extends Partial<AskOptions> {
  readonly resourceId?: string;
  readonly threadId?: string | undefined;
}

/** A simulator on a real port, and a client whose clock it shares. */
async function stage({
  token = "writer",
  chat = {},
  faults = [],
}: {
  readonly token?: string;
  readonly chat?: CatalogFile["duo_chat"];
  readonly faults?: readonly PlannedFault[];
} = {}): Promise<Stage> {
  const clock = createVirtualClock(startMs);
  const catalog = { ...shop, duo_chat: { ...shop.duo_chat, ...chat } };
  const simulator = createGitlabSimulator({ catalog, clock, faults });
  const server = await serve(simulator, { port: 0, onError: () => undefined });
  closing.push(() => server.close());
  let paused = 0;
  const client = createGitLabClient({
    url: server.url,
    token: `shop-${token}-token`,
    fetch: pooledFetch({ connections: 2 }),
    clock,
    random: { next: () => 0 },
    onWait: ({ ms }) => (paused += ms),
  });
  const ask: Stage["ask"] = async (content, { resourceId, threadId, ...options } = {}) =>
    askDuoChat(
      client,
      { content, resourceId, threadId },
      { clock, pausedMs: () => paused, ...options },
    );
  return { client, clock, simulator, ask };
}

async function answer(asked: Promise<ChatReply>): Promise<ChatAnswer> {
  const reply = await asked;
  if (reply.kind !== "answer") throw new Error("no answer");
  return reply;
}

async function failure(work: Promise<unknown>): Promise<GitLabError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GitLabError) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

test.each([askDocument, pollDocument, ...chatResourceDocuments])(
  "the schema takes what is sent: %s",
  (document) => {
    expect(validate(buildSchema(catalogSchema), parse(document))).toEqual([]);
  },
);

describe("an answer", () => {
  test("is there at once, or after some polls, whose pauses grow", async () => {
    const { ask, clock } = await stage({
      chat: {
        replies: [
          { when: "now", answer: "Now." },
          { when: "late", answer: "Late.", polls: 6 },
        ],
      },
    });
    expect(await ask("now?")).toEqual({
      kind: "answer",
      answer: "Now.",
      threadId: "gid://gitlab/Ai::Conversation::Thread/1",
      requestId: "00000000-0000-4000-8000-000000000001",
      activeMs: 0,
      lateMs: 0,
      waitMs: 0,
      firstTokenMs: undefined,
      polls: 1,
      clipped: false,
    });
    expect(clock.sleeps).toEqual([]);
    const seen: number[] = [];
    const late = await answer(ask("late?", { onPoll: ({ polls }) => seen.push(polls) }));
    expect(clock.sleeps).toEqual([1000, 1500, 2250, 3375, 5000, 5000]);
    expect(late).toMatchObject({ answer: "Late.", polls: 7, activeMs: 18_125, lateMs: 5000 });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("says how late it may have been seen", async () => {
    const { ask } = await stage({ chat: { replies: [{ answer: "x", delay_ms: 1200 }] } });
    const { activeMs, lateMs } = await answer(ask("?"));
    expect([activeMs, lateMs]).toEqual([2500, 1500]);
    expect(activeMs - lateMs).toBeLessThanOrEqual(1200);
  });

  test("is not made of pieces, which only tell when it began", async () => {
    const { ask } = await stage({
      chat: { replies: [{ answer: "All of it.", polls: 3, chunks: 2 }] },
    });
    expect(await ask("?")).toMatchObject({
      answer: "All of it.",
      polls: 4,
      firstTokenMs: 0,
      activeMs: 4750,
    });
  });

  test("that GitLab cut off is said to be so", async () => {
    const { ask } = await stage({ chat: { replies: [{ answer: "é".repeat(25_000) }] } });
    const { answer: text, clipped } = await answer(ask("?"));
    expect([text.length, clipped]).toEqual([20_000, true]);
  });

  test("pauses that the instance asks for are not its time", async () => {
    const { ask, clock } = await stage({ faults: [{ fault: "rate-limited", count: 1 }] });
    const { activeMs, waitMs } = await answer(ask("/summarize_comments"));
    expect([activeMs, waitMs]).toEqual([0, 1000]);
    expect(clock.sleeps).toEqual([1000]);
  });
});

describe("a thread", () => {
  test("goes on where it is named, and ends with a command", async () => {
    const { ask, simulator, client } = await stage();
    const resourceId = await resolveChatResource(client, "shop/agents#7");
    const first = await answer(ask("How many crates?", { resourceId }));
    expect(first.answer).toBe("The issue asks for 12 crates.");
    const second = await answer(ask("How many?", { resourceId, threadId: first.threadId }));
    expect([second.answer, second.threadId]).toEqual(["As I said, 12.", first.threadId]);
    const before = simulator.requests.length;
    for (const command of ["/new", "/clear", "/reset"]) {
      expect(await ask(command, { threadId: first.threadId })).toEqual({ kind: "new-thread" });
    }
    expect(simulator.requests).toHaveLength(before);
    const third = await answer(ask("How many crates?", { resourceId }));
    expect(third.answer).toBe(first.answer);
    expect(third.threadId).not.toBe(first.threadId);
  });

  test("of somebody else, or none, is lost", async () => {
    const { ask } = await stage();
    const threadId = "gid://gitlab/Ai::Conversation::Thread/99";
    const error = await failure(ask("stock?", { threadId }));
    expect(error).toMatchObject({ code: "DUO_CHAT_THREAD_LOST", retryable: false });
  });
});

describe("what can go wrong", () => {
  test("a user without a seat", async () => {
    const { ask } = await stage({ chat: { users: ["root"] } });
    expect(await failure(ask("stock?"))).toMatchObject({
      code: "DUO_CHAT_REFUSED",
      message:
        "asking Duo Chat: GitLab says: AI features are not enabled or resource is not permitted to be sent.",
      hint: expect.stringContaining("Duo seat"),
      retryable: false,
    });
  });

  test("the limit of eight hours, with when to go on; the next window is open", async () => {
    const { ask, clock, simulator } = await stage({ chat: { requests_per_8_hours: 2 } });
    await ask("stock?");
    await ask("stock?");
    const asked = simulator.requests.length;
    expect(await failure(ask("stock?"))).toMatchObject({
      code: "DUO_CHAT_LIMITED",
      kind: "unavailable",
      retryable: true,
      hint: expect.stringMatching(/^go on after 16:00 UTC, .* at the latest at 21:00 UTC/),
    });
    // A question counts even where it is refused, so that it must not be sent again.
    expect(simulator.requests).toHaveLength(asked + 1);
    clock.advance(3 * 60 * 60 * 1000);
    expect(await ask("stock?")).toMatchObject({ kind: "answer" });
  });

  test("a token that may only read, and a resource that is not there, which GitLab tells alike", async () => {
    const reader = await stage({ token: "reader" });
    expect(await failure(reader.ask("stock?"))).toMatchObject({
      code: "DUO_CHAT_RESOURCE_UNKNOWN",
      hint: expect.stringContaining("scope api"),
    });
    const writer = await stage();
    const missing = writer.ask("stock?", { resourceId: "gid://gitlab/Issue/424242" });
    expect((await failure(missing)).code).toBe("DUO_CHAT_RESOURCE_UNKNOWN");
  });

  test("an answer that never comes", async () => {
    const { ask, clock } = await stage();
    const error = await failure(ask("silence", { maxMs: 20_000 }));
    expect(error).toMatchObject({ code: "DUO_CHAT_NO_ANSWER", retryable: true });
    expect(error.message).toBe(
      "Duo Chat took the question and did not answer within 20 s (8 polls)",
    );
    expect(clock.monotonic() - startMs).toBe(20_000);
  });

  test.each([
    ["overload", "DUO_CHAT_FAILED", /Error code: A1000$/],
    ["nothing", "DUO_CHAT_EMPTY", /empty message/],
    ["a question that no reply fits", "DUO_CHAT_FAILED", /The simulator has no reply/],
  ])("%s: %s", async (question, code, message) => {
    const { ask } = await stage();
    const error = await failure(ask(question));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test("an unknown command is not sent", async () => {
    const { ask, simulator } = await stage();
    await expect(ask("/clean")).rejects.toMatchObject({
      code: "DUO_CHAT_COMMAND_UNKNOWN",
      hint: 'did you mean "/clear"?',
    });
    expect(simulator.requests).toHaveLength(0);
  });

  test("an interrupt ends the waiting", async () => {
    const { ask } = await stage();
    const stop = new AbortController();
    const asked = ask("silence", {
      signal: stop.signal,
      onPoll: ({ polls }) => {
        if (polls === 3) stop.abort(new Error("interrupted"));
      },
    });
    await expect(asked).rejects.toThrow("interrupted");
  });

  test.each<readonly [string, string]>([
    ["unauthorized", "GITLAB_TOKEN_REFUSED"],
    ["forbidden", "GITLAB_FORBIDDEN"],
    ["rate-limited-hour", "GITLAB_RATE_LIMITED"],
    ["server-error", "GITLAB_UNAVAILABLE"],
    ["read-only", "GITLAB_MAINTENANCE"],
    ["redirect-elsewhere", "GITLAB_REDIRECTED"],
    ["login-page", "GITLAB_NOT_JSON"],
    ["cut", "GITLAB_RESPONSE_UNREADABLE"],
    ["reset", "GITLAB_UNREACHABLE"],
    ["no-data", "GITLAB_RESPONSE_UNREADABLE"],
    ["nothing-there", "GITLAB_RESPONSE_UNREADABLE"],
    ["no-permission", "DUO_CHAT_RESOURCE_UNKNOWN"],
  ])("%s while asking: %s, and the question is not sent twice", async (fault, code) => {
    const { ask, simulator } = await stage({ faults: [{ fault, count: 1 }] });
    expect((await failure(ask("stock?"))).code).toBe(code);
    expect(simulator.requests).toHaveLength(1);
  });

  test("a refused token is told which scope the chat wants", async () => {
    const { ask } = await stage({ faults: [{ fault: "unauthorized", count: 1 }] });
    expect((await failure(ask("overload"))).hint).toBe(
      "check that the token has not expired, and has the scope api (read_api does not do)",
    );
  });

  test.each(["overloaded", "rate-limited"])("%s at the door is asked again", async (fault) => {
    const { ask, simulator } = await stage({ faults: [{ fault, count: 2 }] });
    expect((await answer(ask("/summarize_comments"))).answer).toMatch(/^Nobody/);
    expect(simulator.requests.filter(({ body }) => body.includes("aiAction"))).toHaveLength(3);
  });

  test.each(["bad-gateway", "reset", "cut", "rate-limited"])(
    "%s while polling is polled again, and the question is not",
    async (fault) => {
      const { ask, simulator } = await stage();
      const onPoll = ({ polls }: { readonly polls: number }): void => {
        if (polls === 1) simulator.faults.add({ fault, count: 2 });
      };
      expect((await answer(ask("stock?", { onPoll }))).answer).toMatch(/^The cellar holds/);
      expect(simulator.requests.filter(({ fault: befell }) => befell === fault)).toHaveLength(2);
      expect(simulator.requests.filter(({ body }) => body.includes("aiAction"))).toHaveLength(1);
    },
  );

  test("the token stands in no message", async () => {
    const { ask } = await stage({ chat: { users: [] } });
    const error = await failure(ask("stock?"));
    expect(JSON.stringify([error.message, error.hint, error.stack])).not.toContain("shop-writer");
  });
});

describe("what is asked about", () => {
  test.each([
    ["shop/agents", "gid://gitlab/Project/7"],
    ["shop", "gid://gitlab/Group/5"],
    ["shop/agents#7", /^gid:\/\/gitlab\/Issue\/\d+$/],
    ["shop/agents!3", /^gid:\/\/gitlab\/MergeRequest\/\d+$/],
    ["shop&4", /^gid:\/\/gitlab\/Epic\/\d+$/],
    ["gid://gitlab/Issue/5", "gid://gitlab/Issue/5"],
  ])("%s is found, and can be asked about", async (text, gid) => {
    const { client, ask } = await stage();
    const resourceId = await resolveChatResource(client, text);
    expect(resourceId).toMatch(gid);
    if (text.startsWith("gid:")) return;
    expect(await ask("stock?", { resourceId })).toMatchObject({ kind: "answer" });
  });

  test.each(["shop/agents#8", "shop/agents!9", "shop&5", "shop/none", "nobody"])(
    "%s is not there",
    async (text) => {
      const { client } = await stage();
      expect(await failure(resolveChatResource(client, text))).toMatchObject({
        code: "DUO_CHAT_RESOURCE_UNKNOWN",
        message: expect.stringContaining(`there is no ${text} on http://127.0.0.1`),
      });
    },
  );

  test("what one may not see is not there either", async () => {
    const { client } = await stage({ token: "outsider" });
    expect((await failure(resolveChatResource(client, "shop/cellar"))).code).toBe(
      "DUO_CHAT_RESOURCE_UNKNOWN",
    );
  });
});
