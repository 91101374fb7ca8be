import { afterEach, expect, test } from "vitest";
import { createVirtualClock } from "../../core/testing/virtual-clock.ts";
import { pooledFetch, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, serve, type SimulatedFault } from "../../simulators/index.ts";
import type { ChatReply } from "../chat.ts";
import { withRetry } from "../retry/with-retry.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { createAnthropicClient } from "./create-anthropic-client.ts";

const text = "It is a long way from the first word to the last one, and every one of them counts.";
const calls = [{ tool: "x", args: { q: "arguments are not for readers" } }];
const script = scriptOf([{ turns: [{ text, calls }] }]);
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** What a listener was told, in order; `null` where it was told to forget. */
type Told = (string | null)[];

async function ask(
  told: Told,
  options: {
    readonly fault?: (request: number) => SimulatedFault | undefined;
    readonly signal?: AbortSignal;
    readonly onWord?: () => void;
  } = {},
): Promise<ChatReply> {
  const { fault = () => undefined, signal, onWord } = options;
  const server = await serve(createLlmSimulator({ script, fault }), { port: 0 });
  closers.push(() => server.close());
  const client = createAnthropicClient("claude-sonnet-4-6", {
    apiKey: "key",
    baseUrl: server.url,
    clock: systemClock,
    fetch: pooledFetch({ connections: 1 }),
  });
  const retrying = withRetry(client, { clock: createVirtualClock(), random: { next: () => 0 } });
  return retrying.chat(chatRequest(), signal, {
    onText: (words) => {
      told.push(words);
      onWord?.();
    },
    onDiscard: () => void told.push(null),
  });
}

test("the words of a reply are heard in pieces, and nothing else is", async () => {
  const told: Told = [];
  const reply = await ask(told);
  expect(told.length).toBeGreaterThan(1);
  expect(told.join("")).toBe(text);
  expect(reply.parts[0]).toEqual({ type: "text", text });
});

test("they are heard while the rest of the reply is on its way", async () => {
  const told: Told = [];
  const enough = new AbortController();
  const reason = new Error("heard enough");
  const reply = ask(told, {
    fault: () => ({ type: "drip", bytes: 200, pauseMs: 5 }),
    signal: enough.signal,
    onWord: () => enough.abort(reason),
  });
  await expect(reply).rejects.toBe(reason);
  expect(told).toEqual([text.slice(0, told[0]?.length), null]);
});

test.each<[string, SimulatedFault]>([
  ["breaks off", { type: "reset", atByte: 900 }],
  ["ends too early", { type: "cut", atByte: 900 }],
])("of an attempt that %s, they are taken back before the next one", async (_, fault) => {
  const told: Told = [];
  const reply = await ask(told, { fault: (request) => (request === 1 ? fault : undefined) });
  expect(reply.attempts).toBe(2);
  const end = told.indexOf(null);
  expect(end).toBeGreaterThan(0);
  expect(text.startsWith(told.slice(0, end).join(""))).toBe(true);
  expect(told.slice(end + 1).join("")).toBe(text);
});

test("an attempt of which nothing was heard has nothing to take back", async () => {
  const told: Told = [];
  const fault: SimulatedFault = { type: "status", status: 529 };
  await ask(told, { fault: (request) => (request === 1 ? fault : undefined) });
  expect(told).not.toContain(null);
});
