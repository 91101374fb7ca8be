import { afterAll, beforeAll, expect, test } from "vitest";
import { pooledFetch, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../simulators/index.ts";
import type { ChatReply } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { createOpenAiClient } from "./create-openai-client.ts";

const text = "Hello, Ä 😀 world.";
const usage = { input_tokens: 11, output_tokens: 7 };
const script = scriptOf([{ turns: [{ text, calls: [{ tool: "x", args: { q: "Ä😀" } }], usage }] }]);
const next: { type: "cut" | "reset"; atByte: number } = { type: "cut", atByte: Infinity };
let server: RunningServer;

beforeAll(async () => {
  server = await serve(createLlmSimulator({ script, fault: () => ({ ...next }) }), { port: 0 });
});

afterAll(() => server.close());

/** Whatever arrives as a reply is the whole of it, its usage included. */
const whole = {
  parts: [{ text }, { name: "x", args: { q: "Ä😀" } }],
  stopReason: "tool_use",
  usage: { inputTokens: 11, outputTokens: 7 },
};

test.each(["cut", "reset"] as const)(
  "a stream that is %s at any byte is never a shorter reply",
  async (type) => {
    const client = createOpenAiClient("m", {
      baseUrl: `${server.url}/v1`,
      clock: systemClock,
      fetch: pooledFetch({ connections: 1 }),
    });
    next.type = type;
    let offset = 0;
    let outcome: ChatReply | ModelError;
    do {
      offset += 1;
      next.atByte = offset;
      outcome = await client.chat(chatRequest()).catch((error: unknown) => {
        if (error instanceof ModelError) return error;
        throw error;
      });
    } while (isCut(outcome));
    expect(outcome, `at ${offset}`).toMatchObject(whole);
    expect(offset).toBeGreaterThan(1000);
  },
  120_000,
);

function isCut(outcome: ChatReply | ModelError): boolean {
  return outcome instanceof ModelError && outcome.code === "MODEL_REPLY_CUT" && outcome.retryable;
}
