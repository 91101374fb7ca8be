import { afterAll, beforeAll, expect, test } from "vitest";
import { pooledFetch, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../simulators/index.ts";
import { ModelError } from "../model-error.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { createAnthropicClient } from "./create-anthropic-client.ts";

const script = scriptOf([
  { turns: [{ text: "Hello, Ä 😀 world.", calls: [{ tool: "x", args: { q: "Ä😀" } }] }] },
]);
const next: { type: "cut" | "reset"; atByte: number } = { type: "cut", atByte: Infinity };
let server: RunningServer;

beforeAll(async () => {
  server = await serve(createLlmSimulator({ script, fault: () => ({ ...next }) }), { port: 0 });
});

afterAll(() => server.close());

test.each(["cut", "reset"] as const)(
  "a stream that is %s at any byte is never a shorter reply",
  async (type) => {
    const client = createAnthropicClient("claude-sonnet-5", {
      apiKey: "key",
      baseUrl: server.url,
      clock: systemClock,
      fetch: pooledFetch({ connections: 1 }),
    });
    next.type = type;
    let offset = 0;
    let outcome: unknown;
    do {
      offset += 1;
      next.atByte = offset;
      outcome = await client.chat(chatRequest()).catch((error: unknown) => error);
    } while (isCut(outcome));
    expect(outcome, `at ${offset}`).toMatchObject({
      parts: [{ text: "Hello, Ä 😀 world." }, { name: "x" }],
    });
    expect(offset).toBeGreaterThan(1000);
  },
  120_000,
);

function isCut(outcome: unknown): boolean {
  return outcome instanceof ModelError && outcome.code === "MODEL_REPLY_CUT" && outcome.retryable;
}
