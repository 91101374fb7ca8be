import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createVirtualClock } from "../../core/testing/virtual-clock.ts";
import { createLlmSimulator } from "../../simulators/index.ts";
import type { ModelClient } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { failureClass, isWorthRetrying } from "../retry/failure-class.ts";
import { withRetry } from "../retry/with-retry.ts";
import { chatRequest } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { createAnthropicClient } from "./create-anthropic-client.ts";

type Answer = (request: Request) => Response | Promise<Response>;

const address = "https://api.anthropic.com/v1/messages";
const provider = setupServer();
const whole: Answer = createLlmSimulator({ script: scriptOf([{ turns: [{ text: "Hello." }] }]) });

beforeAll(() => provider.listen({ onUnhandledRequest: "error" }));
afterEach(() => provider.resetHandlers());
afterAll(() => provider.close());

const apiError = (status: number, type: string): Answer => {
  return () => HttpResponse.json({ type: "error", error: { type, message: type } }, { status });
};

/** The provider answers so, in order; what it was asked is kept. */
function answering(...answers: readonly Answer[]): Request[] {
  const seen: Request[] = [];
  provider.use(
    http.post(address, ({ request }) => {
      seen.push(request.clone());
      return answers[seen.length - 1]?.(request) ?? HttpResponse.error();
    }),
  );
  return seen;
}

function retryingClient(): ModelClient {
  const clock = createVirtualClock();
  const options = { apiKey: "sk-ant-key", clock, fetch: globalThis.fetch };
  const client = createAnthropicClient("claude-sonnet-5", options);
  return withRetry(client, { clock, random: { next: () => 0 } });
}

test("the API itself is asked, and told nothing of the trial", async () => {
  const seen = answering(whole);
  const reply = await retryingClient().chat(chatRequest({ trial: 2 }));
  expect(reply.parts).toEqual([{ type: "text", text: "Hello." }]);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.headers.has("x-flowproof-trial")).toBe(false);
});

test.each([
  ["the network fails", () => HttpResponse.error()],
  ["it is overloaded", apiError(529, "overloaded_error")],
  ["it limits the rate", apiError(429, "rate_limit_error")],
  ["it breaks", apiError(500, "api_error")],
  ["a gateway answers with a page", () => HttpResponse.html("<p>Bad gateway</p>", { status: 502 })],
])("where %s, it is asked again", async (_, fault) => {
  const seen = answering(fault, fault, fault, whole);
  expect(await retryingClient().chat(chatRequest())).toMatchObject({ attempts: 4 });
  expect(seen).toHaveLength(4);
  const bodies = await Promise.all(seen.map((request) => request.text()));
  expect(new Set(bodies).size).toBe(1);
});

test.each([
  [401, "authentication_error", "MODEL_KEY_REFUSED"],
  [403, "permission_error", "MODEL_KEY_REFUSED"],
  [402, "billing_error", "MODEL_QUOTA_EXHAUSTED"],
  [400, "invalid_request_error", "MODEL_REQUEST_REFUSED"],
  [404, "not_found_error", "MODEL_NOT_FOUND"],
])("a refusal with %i, %s, is not asked for again", async (status, type, code) => {
  const seen = answering(apiError(status, type), whole);
  await expect(retryingClient().chat(chatRequest())).rejects.toMatchObject({ code, status });
  expect(seen).toHaveLength(1);
});

test("a provider that is not on this machine cannot speak for a script", async () => {
  const error = { type: "invalid_request_error", message: "no entry" };
  const headers = { "x-flowproof-error": "SCRIPT_NO_REPLY" };
  answering(() => HttpResponse.json({ type: "error", error }, { status: 400, headers }));
  await expect(retryingClient().chat(chatRequest())).rejects.toMatchObject({
    code: "MODEL_REQUEST_REFUSED",
  });
});

test("a network that stays broken is given up", async () => {
  const seen = answering();
  await expect(retryingClient().chat(chatRequest())).rejects.toMatchObject({
    code: "MODEL_UNREACHABLE",
    message: "anthropic/claude-sonnet-5: no connection to https://api.anthropic.com (6 attempts)",
  });
  expect(seen).toHaveLength(6);
});

test.each([
  [400, "invalid_request_error", "Output blocked by content filtering policy", "content_filter"],
  [400, "content_filter", "flagged", "content_filter"],
  [413, "request_too_large", "too much", "context_overflow"],
  [400, "invalid_request_error", "prompt is too long: 210000 tokens", "context_overflow"],
  [429, "insufficient_quota", "no", "quota_exhausted"],
  [429, "rate_limit_error", "You exceeded your current quota", "quota_exhausted"],
  [400, "invalid_request_error", "Your credit balance is too low", "quota_exhausted"],
  [429, "rate_limit_error", "slow down", "rate_limited"],
  [529, "overloaded_error", "busy", "overloaded"],
  [401, "authentication_error", "who?", "auth"],
  [404, "not_found_error", "model: x", "invalid_request"],
  [400, "invalid_request_error", "no", "invalid_request"],
])("%i, %s, %j is %s", async (status, type, message, expected) => {
  answering(() => HttpResponse.json({ type: "error", error: { type, message } }, { status }));
  const client = createAnthropicClient("claude-sonnet-5", {
    apiKey: "sk-ant-key",
    clock: createVirtualClock(),
    fetch: globalThis.fetch,
  });
  const error: unknown = await client.chat(chatRequest()).catch((thrown: unknown) => thrown);
  if (!(error instanceof ModelError)) throw error;
  expect(failureClass(error)).toBe(expected);
  const retried = new Set(["rate_limited", "overloaded", "network", "timeout"]);
  expect(isWorthRetrying(error)).toBe(retried.has(expected));
});
