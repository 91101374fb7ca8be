import { describe, expect, test } from "vitest";
import { diskFiles } from "../../platform/index.ts";
import { ask, at, shopFolder, shopOf, type Shop } from "../testing/shop.ts";
import { loadCatalog } from "./catalog/index.ts";
import type { CatalogFile } from "./index.ts";

const catalog = await loadCatalog(shopFolder, diskFiles);
const openShop = shopOf(catalog);
const denied = expect.stringMatching(/does not exist or you don't have permission/);

function shopWith(chat: NonNullable<CatalogFile["duo_chat"]>): Shop {
  return openShop({ catalog: { ...catalog, duo_chat: chat } });
}

interface Input {
  readonly [key: string]: unknown;
}

/** What `aiAction` gives, and the message of an error of the field. */
async function act(shop: Shop, input: Input, token = "writer"): Promise<[unknown, unknown]> {
  const query =
    "mutation Act($input: AiActionInput!) { aiAction(input: $input) { requestId threadId errors } }";
  const { status, body } = await ask(shop, query, { token, variables: { input } });
  expect(status).toBe(200);
  return [at(body, "data", "aiAction"), at(body, "errors", 0, "message")];
}

async function say(shop: Shop, content: string, rest: Input = {}): Promise<unknown> {
  const input = { chat: { content }, conversationType: "DUO_CHAT", ...rest };
  return (await act(shop, input))[0];
}

async function read(shop: Shop, args: string, token = "writer"): Promise<unknown> {
  const fields = "nodes { requestId threadId role content contentHtml errors chunkId timestamp }";
  const { body } = await ask(shop, `{ aiMessages${args} { ${fields} } }`, { token });
  return at(body, "data", "aiMessages", "nodes") ?? at(body, "errors", 0, "message");
}

function contents(nodes: unknown): unknown {
  return Array.isArray(nodes) ? nodes.map((node) => at(node, "content")) : nodes;
}

describe("a question", () => {
  test("is taken, and answered after so many polls of its request", async () => {
    const shop = shopWith({ replies: [{ answer: "**Twelve**", polls: 2 }] });
    const said = await say(shop, "How many?");
    const requestId = "00000000-0000-4000-8000-000000000001";
    const threadId = "gid://gitlab/Ai::Conversation::Thread/1";
    expect(said).toEqual({ requestId, threadId, errors: [] });
    const own = `(requestIds: ["${requestId}"], roles: [ASSISTANT], threadId: "${threadId}")`;
    expect(await read(shop, `(requestIds: ["other"], threadId: "${threadId}")`)).toEqual([]);
    expect(await read(shop, own)).toEqual([]);
    expect(await read(shop, own)).toEqual([]);
    const answer = {
      requestId,
      threadId,
      role: "ASSISTANT",
      content: "**Twelve**",
      contentHtml: "**Twelve**",
      errors: [],
      chunkId: null,
      timestamp: "2026-06-01T12:00:00Z",
    };
    expect(await read(shop, own)).toEqual([answer]);
    expect(await read(shop, own)).toEqual([answer]);
    expect(contents(await read(shop, `(threadId: "${threadId}")`))).toEqual([
      "How many?",
      "**Twelve**",
    ]);
  });

  test("is answered when its time has come", async () => {
    const shop = shopWith({ replies: [{ answer: "x", delay_ms: 500 }] });
    await say(shop, "?");
    const args = "(conversationType: DUO_CHAT, roles: [ASSISTANT])";
    expect(await read(shop, args)).toEqual([]);
    shop.clock.advance(499);
    expect(await read(shop, args)).toEqual([]);
    shop.clock.advance(1);
    expect(contents(await read(shop, args))).toEqual(["x"]);
  });

  test("shows pieces before the whole, if the catalog says so", async () => {
    const shop = shopWith({ replies: [{ answer: "abcd", polls: 2, chunks: 2 }] });
    await say(shop, "?");
    const args = "(conversationType: DUO_CHAT, roles: [ASSISTANT])";
    const seen = [await read(shop, args), await read(shop, args), await read(shop, args)];
    expect(seen.map(contents)).toEqual([["ab"], ["ab", "cd"], ["abcd"]]);
    expect(at(seen, 1, 1, "chunkId")).toBe(2);
  });

  test("finds the first reply that fits and is not used up", async () => {
    const shop = shopWith({
      replies: [
        { when: "CRATES", times: 1, answer: "once" },
        { when: "crates", resource: "shop/agents!3", answer: "of it" },
        { when: "crates", turn: 2, answer: "again" },
        { answer: "anything" },
      ],
    });
    const id = await idOf(
      shop,
      'project(fullPath: "shop/agents") { mergeRequest(iid: "3") { id } }',
    );
    const thread = await say(shop, "crates?");
    const threadId = at(thread, "threadId");
    for (const chat of [
      { content: "crates?" },
      { content: "Crates?", resourceId: id },
      { content: "crates?" },
    ]) {
      await act(shop, { chat, threadId });
    }
    const args = `(threadId: "${String(threadId)}", roles: [ASSISTANT])`;
    expect(contents(await read(shop, args))).toEqual(["once", "again", "of it", "anything"]);
  });

  test("that no reply fits is answered with an error", async () => {
    const shop = shopWith({});
    await say(shop, "?");
    expect(await read(shop, "(conversationType: DUO_CHAT, roles: [ASSISTANT])")).toMatchObject([
      { content: null, contentHtml: null, errors: [expect.stringContaining("no reply")] },
    ]);
  });
});

describe("threads", () => {
  test("/clear goes on in a new one, /reset forgets; neither is answered", async () => {
    const shop = shopWith({ replies: [{ turn: 1, answer: "first" }, { answer: "later" }] });
    const threadId = at(await say(shop, "a"), "threadId");
    const reset = await say(shop, "/reset", { threadId, conversationType: undefined });
    await say(shop, "b", { threadId, conversationType: undefined });
    const args = `(threadId: "${String(threadId)}")`;
    await read(shop, args);
    expect(contents(await read(shop, args))).toEqual(["a", "/reset", "b", "first", "first"]);
    expect(at(reset, "threadId")).toBe(threadId);
    const cleared = await say(shop, "/clear", { threadId, conversationType: undefined });
    expect(at(cleared, "threadId")).toBe("gid://gitlab/Ai::Conversation::Thread/2");
    expect(await read(shop, '(threadId: "gid://gitlab/Ai::Conversation::Thread/2")')).toEqual([]);
  });

  test("without a thread and a type, the one of the legacy type is meant", async () => {
    const shop = shopWith({ replies: [{ answer: "x" }] });
    await act(shop, { chat: { content: "old" } });
    await act(shop, { chat: { content: "old too" } });
    await say(shop, "new");
    expect(contents(await read(shop, "(roles: [USER])"))).toEqual(["old", "old too"]);
    expect(contents(await read(shop, "(conversationType: DUO_CHAT, roles: [USER])"))).toEqual([
      "new",
    ]);
  });

  test("belong to one user, and show their last 50 messages", async () => {
    const shop = shopWith({ replies: [{ answer: "x" }] });
    const threadId = at(await say(shop, "1"), "threadId");
    for (let turn = 2; turn <= 60; turn += 1) {
      await say(shop, String(turn), { threadId, conversationType: undefined });
    }
    const args = `(threadId: "${String(threadId)}")`;
    expect(await read(shop, args)).toHaveLength(50);
    const lost = "Thread not found. It may have expired.";
    expect(await read(shop, args, "admin")).toBe(lost);
    expect((await act(shop, { chat: { content: "?" }, threadId }, "admin"))[1]).toBe(lost);
    expect(await read(shop, "", "")).toEqual([]);
  });
});

test("what one may not see cannot be asked about", async () => {
  const tokens = [
    ...(catalog.tokens ?? []),
    { name: "stranger", token: "shop-stranger-token", user: "guest", scopes: ["api" as const] },
  ];
  const shop = openShop({ catalog: { ...catalog, tokens, duo_chat: {} } });
  const about = (id: number): Input => ({
    chat: { content: "?", resourceId: `gid://gitlab/Project/${id}` },
  });
  expect((await act(shop, about(8), "stranger"))[1]).toEqual(denied);
  expect((await act(shop, about(7), "stranger"))[1]).toBeUndefined();
  expect((await act(shop, about(8), "writer"))[1]).toBeUndefined();
});

describe("refusals, each in GitLab's way", () => {
  test("no seat, or no chat at all: in the payload", async () => {
    const refused = {
      requestId: null,
      threadId: null,
      errors: ["AI features are not enabled or resource is not permitted to be sent."],
    };
    expect(await say(shopWith({ users: ["root"] }), "?")).toEqual(refused);
    const { duo_chat: _, ...without } = catalog;
    expect(await say(openShop({ catalog: without }), "?")).toEqual(refused);
  });

  test("the limit: an error of the field, for each user, until the window ends", async () => {
    const shop = shopWith({ requests_per_8_hours: 2, replies: [{ answer: "x" }] });
    const limited = "This endpoint has been requested too many times. Try again later.";
    const input = { chat: { content: "?" } };
    const said: unknown[] = [];
    for (let count = 0; count < 3; count += 1) said.push((await act(shop, input))[1]);
    expect(said).toEqual([undefined, undefined, limited]);
    expect((await act(shop, input, "admin"))[1]).toBeUndefined();
    shop.clock.advance(4 * 60 * 60 * 1000);
    expect((await act(shop, input))[1]).toBeUndefined();
  });

  test.each<readonly [string, Input, unknown, string]>([
    ["a token that reads", { chat: { content: "?" } }, denied, "reader"],
    ["no token", { chat: { content: "?" } }, denied, ""],
    ["nothing to do", {}, "Only one method argument is required", "writer"],
    ["a blank question", { chat: { content: " " } }, "content can't be blank", "writer"],
    [
      "an issue that is not there",
      { chat: { content: "?", resourceId: "gid://gitlab/Issue/9999" } },
      denied,
      "writer",
    ],
    [
      "a kind of thing that it does not hold",
      { chat: { content: "?", resourceId: "gid://gitlab/Vulnerability/1" } },
      denied,
      "writer",
    ],
    [
      "no global id",
      { chat: { content: "?", resourceId: "7" } },
      expect.stringContaining("is not a valid Global ID"),
      "writer",
    ],
    [
      "a thread that is none",
      { chat: { content: "?" }, threadId: "gid://gitlab/Project/1" },
      expect.stringContaining("Ai::Conversation::Thread"),
      "writer",
    ],
  ])("%s", async (_, input, message, token) => {
    const [payload, said] = await act(openShop(), input, token);
    expect(payload ?? null).toBeNull();
    expect(said).toEqual(message);
  });
});

async function idOf(shop: Shop, query: string, token = "writer"): Promise<unknown> {
  const { body } = await ask(shop, `{ found: ${query} }`, { token });
  const [inner] = Object.values(Object(at(body, "data", "found")));
  return typeof inner === "string" ? inner : at(inner, "id");
}

test.each<readonly [string, string | undefined, string]>([
  ['project(fullPath: "shop/agents") { issue(iid: "7") { id title webUrl } }', "Issue", "writer"],
  ['project(fullPath: "shop/agents") { issue(iid: "8") { id } }', undefined, "writer"],
  ['group(fullPath: "shop") { epic(iid: 4) { id } }', "Epic", "writer"],
  ['group(fullPath: "shop") { epic(iid: 5) { id } }', undefined, "writer"],
  ['group(fullPath: "shop") { id }', "Group", "writer"],
  ['project(fullPath: "shop/cellar") { id }', undefined, "outsider"],
])("%s", async (query, model, token) => {
  const id = await idOf(openShop(), query, token);
  if (model === undefined) expect(id).toBeUndefined();
  else expect(id).toMatch(new RegExp(`^gid://gitlab/${model}/\\d+$`));
});
