import { describe, expect, test } from "vitest";
import type { ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { cacheKey, type CacheOrigin, type CachedRequest } from "./cache-key.ts";
import { cachedClient } from "./cached-client.ts";
import type { ReplyCache } from "./reply-cache.ts";

const origin: CacheOrigin = { provider: "anthropic", model: "m", promptedTools: false };

function replySaying(text: string, more: Partial<ChatReply> = {}): ChatReply {
  return {
    parts: [{ type: "text", text }],
    stopReason: "end_turn",
    usage: { inputTokens: 3, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0 },
    servedModel: "m-1",
    firstTokenMs: 5,
    activeMs: 10,
    waitMs: 2,
    attempts: 1,
    ...more,
  };
}

function memoryCache(): ReplyCache & { readonly kept: Map<string, ChatReply> } {
  const kept = new Map<string, ChatReply>();
  return {
    epoch: "",
    kept,
    read: async (key) => kept.get(key),
    write: async (key, reply) => void kept.set(key, reply),
  };
}

/** Says something else each time. */
function counting(more: Partial<ChatReply> = {}): ModelClient & { readonly asked: () => number } {
  let asked = 0;
  return {
    id: "anthropic/m",
    kind: "live",
    asked: () => asked,
    chat: async () => {
      asked += 1;
      return replySaying(`reply ${asked}`, more);
    },
  };
}

test("what was asked before is not asked again, and says so with the times of then", async () => {
  const cache = memoryCache();
  const client = counting();
  const first = await cachedClient(client, origin, cache).chat(chatRequest());
  expect(first).toEqual(replySaying("reply 1"));
  const heard: string[] = [];
  const again = await cachedClient(client, origin, cache).chat(chatRequest(), undefined, {
    onText: (text) => heard.push(text),
    onDiscard: () => undefined,
  });
  expect(again).toEqual({ ...first, cached: true });
  expect(heard).toEqual(["reply 1"]);
  expect(client.asked()).toBe(1);
});

test("the same words twice in one trial are two questions, in every run the same two", async () => {
  const cache = memoryCache();
  const client = counting();
  const twice = async (): Promise<readonly ChatReply[]> => {
    const trial = cachedClient(client, origin, cache).forTrial?.("t");
    if (trial === undefined) throw new Error("no client for a trial");
    return [await trial.chat(chatRequest()), await trial.chat(chatRequest())];
  };
  const before = await twice();
  expect(before.map(({ parts }) => parts[0])).not.toEqual([
    before[0]?.parts[0],
    before[0]?.parts[0],
  ]);
  expect((await twice()).map(({ parts }) => parts)).toEqual(before.map(({ parts }) => parts));
  expect(client.asked()).toBe(2);
});

test("trials of other cases do not share their replies", async () => {
  const cache = memoryCache();
  const client = counting();
  const all = cachedClient(client, origin, cache);
  await all.forTrial?.("a").chat(chatRequest());
  await all.forTrial?.("b").chat(chatRequest());
  expect(client.asked()).toBe(2);
});

describe("not kept", () => {
  test.each<[string, Partial<ChatReply>]>([
    ["a reply that was cut off", { stopReason: "max_tokens" }],
    ["a refusal", { stopReason: "refusal" }],
    ["an end that nobody knows", { stopReason: "pause_turn" }],
    [
      "a call that cannot be read",
      { parts: [{ type: "invalid_tool_call", id: "1", name: "look", raw: "{" }] },
    ],
  ])("%s", async (_, reply) => {
    const cache = memoryCache();
    await cachedClient(counting(reply), origin, cache).chat(chatRequest());
    expect(cache.kept.size).toBe(0);
  });

  test("a failure", async () => {
    const cache = memoryCache();
    const client: ModelClient = {
      id: "anthropic/m",
      kind: "live",
      chat: async () => {
        throw new ModelError("MODEL_OVERLOADED", "busy", { retryable: true });
      },
    };
    await expect(cachedClient(client, origin, cache).chat(chatRequest())).rejects.toThrow("busy");
    expect(cache.kept.size).toBe(0);
  });
});

describe("the key", () => {
  const request: ChatRequest = {
    ...chatRequest(),
    system: [{ text: "You help." }],
    messages: [{ role: "user", text: "Hello" }],
    maxTokens: 100,
    trial: 0,
  };
  const asked: CachedRequest = { request, scope: "s", repeat: 0, epoch: "" };
  const key = cacheKey(origin, asked);
  const withRequest = (change: Partial<ChatRequest>): string =>
    cacheKey(origin, { ...asked, request: { ...request, ...change } });
  const tool = { name: "look", description: "Looks", inputSchema: {} };

  test.each<[string, string]>([
    ["provider", cacheKey({ ...origin, provider: "openai" }, asked)],
    ["model", cacheKey({ ...origin, model: "n" }, asked)],
    ["address", cacheKey({ ...origin, baseUrl: "http://127.0.0.1:1" }, asked)],
    ["way to call tools", cacheKey({ ...origin, promptedTools: true }, asked)],
    ["scope", cacheKey(origin, { ...asked, scope: "t" })],
    ["repetition", cacheKey(origin, { ...asked, repeat: 1 })],
    ["epoch", cacheKey(origin, { ...asked, epoch: "2" })],
    ["trial", withRequest({ trial: 1 })],
    ["system prompt", withRequest({ system: [{ text: "You help" }] })],
    ["message", withRequest({ messages: [{ role: "user", text: "hello" }] })],
    ["tools", withRequest({ tools: [tool] })],
    ["choice of a tool", withRequest({ toolChoice: { type: "any" } })],
    ["length", withRequest({ maxTokens: 101 })],
    ["temperature", withRequest({ temperature: 0 })],
    ["end", withRequest({ stop: ["."] })],
  ])("is another with another %s", (_, other) => {
    expect(other).toMatch(/^[0-9a-f]{64}$/u);
    expect(other).not.toBe(key);
  });

  test.each<[string, string]>([
    [
      "marks for the provider's cache",
      withRequest({ system: [{ text: "You help.", cache: true }] }),
    ],
    ["who asks", withRequest({ role: "judge", component: "c" })],
  ])("does not depend on %s", (_, same) => {
    expect(same).toBe(key);
  });

  test("takes an address with and without its last slash for one", () => {
    const at = (baseUrl: string): string => cacheKey({ ...origin, baseUrl }, asked);
    expect(at("http://127.0.0.1:1/")).toBe(at("http://127.0.0.1:1"));
  });
});
