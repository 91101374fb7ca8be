import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createVirtualClock } from "../../core/testing/virtual-clock.ts";
import { pooledFetch, seededRandom, systemClock } from "../../platform/index.ts";
import {
  createLlmSimulator,
  type RunningServer,
  serve,
  type SimulatedFault,
} from "../../simulators/index.ts";
import type { ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { withRetry } from "../retry/with-retry.ts";
import { chatRequest, tool } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { createOpenAiClient, type OpenAiOptions } from "./create-openai-client.ts";

const key = "sk-proj-verysecretverysecret1234567890";
const script = scriptOf([
  { turns: [{ text: "Hello, world.", calls: [{ tool: "x", args: { q: "Ä😀" } }] }] },
]);
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function clientAt(baseUrl: string, options: Partial<OpenAiOptions> = {}): ModelClient {
  return createOpenAiClient("llama-4", {
    apiKey: key,
    baseUrl,
    clock: systemClock,
    fetch: pooledFetch({ connections: 2 }),
    ...options,
  });
}

async function simulated(
  fault: (request: number) => SimulatedFault | undefined = () => undefined,
): Promise<RunningServer & { stats: { requests: number } }> {
  const simulator = createLlmSimulator({ script, fault });
  const server = await serve(simulator, { port: 0 });
  closers.push(() => server.close());
  return { ...server, url: `${server.url}/v1`, stats: simulator.stats };
}

/** Whatever a server may do. */
async function listening(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/v1`;
}

function answering(status: number, body: string, type = "application/json"): Promise<string> {
  return listening((_, response) => {
    response.writeHead(status, { "content-type": type, "x-request-id": `req_${key}` });
    response.end(body);
  });
}

async function failure(reply: Promise<ChatReply>): Promise<ModelError> {
  try {
    await reply;
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error("there was a reply");
}

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

async function sent(request: Partial<ChatRequest>, options: Partial<OpenAiOptions>): Promise<Sent> {
  const seen: Sent[] = [];
  const spy: typeof fetch = (url, init = {}) => {
    seen.push({ url: url instanceof Request ? url.url : String(url), init });
    return Promise.reject(new TypeError("fetch failed"));
  };
  await failure(clientAt("", { fetch: spy, ...options }).chat(chatRequest(request)));
  expect(seen).toHaveLength(1);
  return seen[0] ?? { url: "", init: {} };
}

const bodyOf = ({ init }: Sent): unknown =>
  JSON.parse(typeof init.body === "string" ? init.body : "null");

describe("what is sent", () => {
  test.each([
    ["", "https://api.openai.com/v1/chat/completions", null, "max_completion_tokens"],
    [
      "https://shop.openai.azure.com/openai/v1",
      "https://shop.openai.azure.com/openai/v1/chat/completions",
      null,
      "max_completion_tokens",
    ],
    ["https://llm.example/v1/", "https://llm.example/v1/chat/completions", null, "max_tokens"],
    ["https://notopenai.com/v1", "https://notopenai.com/v1/chat/completions", null, "max_tokens"],
    ["http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/chat/completions", "3", "max_tokens"],
  ])("to %j goes to %s with trial %s and %s", async (baseUrl, url, trial, lengthKey) => {
    const request = await sent({ trial: 3, temperature: 0 }, { baseUrl });
    expect(request.url).toBe(url);
    expect(request.init.redirect).toBe("manual");
    const headers = new Headers(request.init.headers);
    expect(headers.get("authorization")).toBe(`Bearer ${key}`);
    expect(headers.get("x-flowproof-trial")).toBe(trial);
    expect(bodyOf(request)).toEqual({
      model: "llama-4",
      messages: [{ role: "user", content: "Hello" }],
      [lengthKey]: 1000,
      temperature: 0,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test.each([undefined, "", "  "])("key %j is none, so none is sent", async (apiKey) => {
    const { init } = await sent({}, { apiKey, baseUrl: "http://127.0.0.1:8000/v1" });
    const headers = new Headers(init.headers);
    expect(headers.has("authorization")).toBe(false);
    expect([...headers.keys()].filter((name) => name.startsWith("openai-"))).toEqual([]);
  });
});

test("a reply tells its times, its model and the number of its request", async () => {
  const { url } = await simulated(() => ({ type: "drip", bytes: 400, pauseMs: 30 }));
  const reply = await clientAt(url).chat(chatRequest());
  expect(reply).toMatchObject({
    parts: [
      { type: "text", text: "Hello, world." },
      { type: "tool_call", name: "x", args: { q: "Ä😀" } },
    ],
    stopReason: "tool_use",
    servedModel: "llama-4",
    requestId: "req_sim_00000001",
    attempts: 1,
    waitMs: 0,
  });
  expect(reply.firstTokenMs).toBeGreaterThan(0);
  expect(reply.activeMs).toBeGreaterThan(reply.firstTokenMs + 25);
});

const contentLength = async (): Promise<number> => {
  const { url } = await simulated();
  const body = {
    model: "m",
    stream: true,
    stream_options: { include_usage: true },
    messages: [{ role: "user", content: "Hello" }],
  };
  const response = await fetch(`${url}/chat/completions`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  // The name of the model stands in each event.
  const text = await response.text();
  return text.replaceAll('"model":"m"', '"model":"llama-4"').lastIndexOf("data: {") - 1;
};

describe("a reply that does not arrive whole", () => {
  test.each(["cut", "reset"] as const)("%s before its end is never a reply", async (type) => {
    const length = await contentLength();
    const random = seededRandom(7);
    const offsets = [1, length - 1, length];
    while (offsets.length < 20) offsets.push(1 + Math.floor(random.next() * length));
    const { url } = await simulated((request) => ({ type, atByte: offsets[request - 1] ?? 0 }));
    const client = clientAt(url);
    for (const offset of offsets) {
      const error = await failure(client.chat(chatRequest()));
      expect(error, `at ${offset}`).toMatchObject({ code: "MODEL_REPLY_CUT", retryable: true });
    }
  });

  test("a connection that breaks before the mark at the end is no end", async () => {
    const end = 'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}\n\n';
    const usage = 'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}\n\n';
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(end + usage, () => response.socket?.resetAndDestroy());
    });
    expect((await failure(clientAt(url).chat(chatRequest()))).code).toBe("MODEL_REPLY_CUT");
    const whole = await answering(200, `${end}${usage}data: [DONE]\n\n`, "text/event-stream");
    expect(await clientAt(whole).chat(chatRequest())).toMatchObject({ stopReason: "end_turn" });
  });

  test("is asked for again", async () => {
    const { url, stats } = await simulated((request) =>
      request < 3 ? { type: "cut", atByte: 300 } : undefined,
    );
    const virtual = createVirtualClock();
    const clock = { ...systemClock, sleep: (ms: number) => virtual.sleep(ms) };
    const client = withRetry(clientAt(url), { clock, random: seededRandom(1) });
    expect(await client.chat(chatRequest())).toMatchObject({ stopReason: "tool_use", attempts: 3 });
    expect(stats.requests).toBe(3);
  });

  test("a server that goes silent, or drips for ever, is not waited for", async () => {
    const silent = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write('data: {"choices":[{"delta":{"content":"a"}}]}\n\n');
    });
    const idle = await failure(clientAt(silent, { limits: { idleMs: 80 } }).chat(chatRequest()));
    expect(idle).toMatchObject({ code: "MODEL_TIMEOUT", retryable: true });
    const dripping = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => response.write('data: {"choices":[]}\n\n'), 10);
      response.on("close", () => clearInterval(timer));
    });
    const total = await failure(
      clientAt(dripping, { limits: { idleMs: 1000, totalMs: 150 } }).chat(chatRequest()),
    );
    expect(total.message).toContain("within 0.15 s");
  });

  test("who cancels gets the reason back, before the head and within the stream", async () => {
    const silent = await listening(() => {});
    const { url } = await simulated(() => ({ type: "drip", bytes: 50, pauseMs: 50 }));
    for (const base of [silent, url]) {
      const controller = new AbortController();
      const reason = new Error("stop");
      setTimeout(() => controller.abort(reason), 120);
      const reply = clientAt(base).chat(chatRequest(), controller.signal);
      await expect(reply).rejects.toBe(reason);
    }
  });
});

const told = (error: object): string => JSON.stringify({ error });

describe("errors", () => {
  test.each([
    [429, { "retry-after": "2" }, { code: "MODEL_RATE_LIMITED", retryAfterMs: 2000 }],
    [503, { "retry-after-ms": "1500" }, { code: "MODEL_OVERLOADED", retryAfterMs: 1500 }],
    [500, { "x-should-retry": "false" }, { code: "MODEL_OVERLOADED", retryable: false }],
    [401, {}, { code: "MODEL_KEY_REFUSED", retryable: false, type: "invalid_api_key" }],
    [413, {}, { code: "MODEL_REQUEST_REFUSED", type: "request_too_large" }],
  ])("status %i with %j", async (status, headers, expected) => {
    const { url, stats } = await simulated(() => ({ type: "status", status, headers }));
    expect(await failure(clientAt(url).chat(chatRequest()))).toMatchObject({ status, ...expected });
    expect(stats.requests).toBe(1);
  });

  test.each([
    [
      "a quota that is used up",
      429,
      told({ message: "Check your plan.", type: "insufficient_quota", code: "insufficient_quota" }),
      "MODEL_QUOTA_EXHAUSTED",
      /429 \(insufficient_quota\): Check your plan/,
    ],
    [
      "a model that is not there",
      404,
      told({ message: "The model `x` does not exist", type: "NotFoundError", code: 404 }),
      "MODEL_NOT_FOUND",
      /404 \(NotFoundError\): The model/,
    ],
    [
      "a context that is too small",
      400,
      told({
        message: "Too much.",
        type: "invalid_request_error",
        code: "context_length_exceeded",
      }),
      "MODEL_REQUEST_REFUSED",
      /request_too_large\): Too much/,
    ],
    [
      "an error without a frame",
      400,
      '{"object":"error","message":"no such thing","type":"BadRequestError","code":400}',
      "MODEL_REQUEST_REFUSED",
      /400 \(BadRequestError\): no such thing/,
    ],
    [
      "a plain text",
      400,
      '{"error":"no such thing"}',
      "MODEL_REQUEST_REFUSED",
      /400: no such thing/,
    ],
    ["a detail", 422, '{"detail":[{"msg":"wrong"}]}', "MODEL_REQUEST_REFUSED", /"msg":"wrong"/],
    ["a page", 502, "<html>Bad gateway</html>", "MODEL_OVERLOADED", /502: <html>Bad/],
    ["the key", 401, told({ message: `bad ${key}` }), "MODEL_KEY_REFUSED", /bad \[REDACTED\]/],
  ])("%s", async (...row) => {
    const [, status, body, code, message] = row;
    const error = await failure(clientAt(await answering(status, body)).chat(chatRequest()));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(key);
  });

  test.each([
    [400, told({ message: "registry/gemma:2b does not support tools" })],
    [400, told({ message: '"auto" tool choice requires --enable-auto-tool-choice to be set' })],
    [500, told({ message: "tools param requires --jinja flag" })],
    [500, told({ code: 500, message: "Unsupported param: tools", type: "server_error" })],
    [404, told({ message: "No endpoints found that support tool use." })],
    [400, told({ message: "Unsupported parameter: 'tools' is not supported with this model." })],
  ])("a model that calls no tools is said so: %i %s", async (status, body) => {
    const client = clientAt(await answering(status, body));
    expect(await failure(client.chat(chatRequest({ tools: [tool("x")] })))).toMatchObject({
      code: "MODEL_WITHOUT_TOOLS",
      kind: "usage",
      status,
      retryable: false,
      hint: expect.stringContaining("name a model that calls tools"),
    });
    const without = await failure(client.chat(chatRequest()));
    expect(without.code).not.toBe("MODEL_WITHOUT_TOOLS");
  });

  test("any other refusal of a request with tools is what it is", async () => {
    const url = await answering(400, told({ message: "tools[0].name is too long" }));
    const request = chatRequest({ tools: [tool("x")] });
    expect((await failure(clientAt(url).chat(request))).code).toBe("MODEL_REQUEST_REFUSED");
  });

  test.each([
    [{ message: "over", type: "server_error" }, "MODEL_OVERLOADED", true],
    [{ message: "slow down", code: "rate_limit_exceeded" }, "MODEL_RATE_LIMITED", true],
    [{ message: "wrong", code: 400 }, "MODEL_REQUEST_REFUSED", false],
    [{ message: "over", code: 502 }, "MODEL_OVERLOADED", true],
  ])("an error within the stream: %j", async (error, code, retryable) => {
    const body = `data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata: ${told(error)}\n\n`;
    const url = await answering(200, body, "text/event-stream");
    expect(await failure(clientAt(url).chat(chatRequest()))).toMatchObject({ code, retryable });
  });

  test.each([
    ["text/html", "<html>Sign in</html>", "MODEL_REPLY_UNREADABLE"],
    ["application/json", '{"choices":[]}', "MODEL_REPLY_UNREADABLE"],
    ["text/event-stream", "", "MODEL_REPLY_CUT"],
    ["text/event-stream", "data: {\n\n", "MODEL_REPLY_CUT"],
  ])("%s that is no stream of chunks: %j", async (type, body, code) => {
    const url = await answering(200, body, type);
    expect((await failure(clientAt(url).chat(chatRequest()))).code).toBe(code);
  });

  test("an address without its end is told what it lacks", async () => {
    const { url } = await simulated();
    const error = await failure(clientAt(url.replace("/v1", "")).chat(chatRequest()));
    expect(error.code).toBe("MODEL_NOT_FOUND");
    expect(error.hint).toMatch(/; the base URL of most servers ends in \/v1$/);
  });

  test("a redirect is not followed, so the key stays here", async () => {
    let followed = 0;
    const target = await listening((_, response) => {
      followed += 1;
      response.end();
    });
    const url = await listening((_, response) => {
      response.writeHead(307, { location: `${target}/chat/completions` });
      response.end();
    });
    for (const fetchUsed of [pooledFetch({ connections: 1 }), fetch]) {
      const error = await failure(clientAt(url, { fetch: fetchUsed }).chat(chatRequest()));
      expect(error).toMatchObject({ code: "MODEL_REQUEST_REFUSED", status: 307 });
    }
    expect(followed).toBe(0);
  });

  test("nobody there", async () => {
    const error = await failure(clientAt("http://127.0.0.1:1/v1").chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_UNREACHABLE", retryable: true });
    expect(error.message).toBe(
      "openai/llama-4: no connection to http://127.0.0.1:1/v1 (ECONNREFUSED)",
    );
  });
});

test("a key that cannot be one is refused before anything is sent", () => {
  expect(() => clientAt("https://example.com", { apiKey: "sk ant" })).toThrow(
    "the key in OPENAI_API_KEY holds characters no key has",
  );
});
