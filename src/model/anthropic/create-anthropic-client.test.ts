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
import { chatRequest } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { type AnthropicOptions, createAnthropicClient } from "./create-anthropic-client.ts";

const key = "sk-ant-api03-verysecretverysecret";
const script = scriptOf([
  { turns: [{ text: "Hello, world.", calls: [{ tool: "x", args: { q: "Ä😀" } }] }] },
]);
const expectedBody = {
  max_tokens: 1000,
  messages: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
  stream: true,
};
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function clientAt(baseUrl: string, options: Partial<AnthropicOptions> = {}): ModelClient {
  return createAnthropicClient("claude-sonnet-4-6", {
    apiKey: key,
    baseUrl,
    clock: systemClock,
    fetch: pooledFetch({ connections: 2 }),
    ...options,
  });
}

async function simulated(
  fault: (request: number) => SimulatedFault | undefined = () => undefined,
  sleep: (ms: number) => Promise<void> = (ms) => systemClock.sleep(ms),
): Promise<RunningServer & { stats: { requests: number } }> {
  const simulator = createLlmSimulator({ script, fault, sleep });
  const server = await serve(simulator, { port: 0 });
  closers.push(() => server.close());
  return { ...server, stats: simulator.stats };
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
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
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

/** A fetch that says what it was given, and answers nothing. */
function spying(): { fetch: typeof fetch; seen: { url: string; init: RequestInit }[] } {
  const seen: { url: string; init: RequestInit }[] = [];
  return {
    seen,
    fetch: (url, init = {}) => {
      seen.push({ url: url instanceof Request ? url.url : String(url), init });
      return Promise.reject(new TypeError("fetch failed"));
    },
  };
}

const sent = async (request: Partial<ChatRequest>, name: string, baseUrl: string) => {
  const { fetch, seen } = spying();
  const options = { apiKey: key, baseUrl, clock: systemClock, fetch };
  await failure(createAnthropicClient(name, options).chat(chatRequest(request)));
  const [first] = seen;
  expect(seen).toHaveLength(1);
  const headers = new Headers(first?.init.headers);
  const text = first?.init.body;
  const body: unknown = JSON.parse(typeof text === "string" ? text : "null");
  return { url: first?.url, redirect: first?.init.redirect, headers, body };
};

describe("what is sent", () => {
  test.each([
    ["https://api.anthropic.com", "https://api.anthropic.com/v1/messages", null],
    ["", "https://api.anthropic.com/v1/messages", null],
    ["https://example.com/anthropic/", "https://example.com/anthropic/v1/messages", null],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/v1/messages", "3"],
    ["http://localhost:4010", "http://localhost:4010/v1/messages", "3"],
    ["http://127.0.0.1.example.com", "http://127.0.0.1.example.com/v1/messages", null],
  ])("to %j goes to %s with trial %s", async (baseUrl, url, trial) => {
    const request = await sent({ trial: 3 }, "claude-sonnet-5", baseUrl);
    expect(request.url).toBe(url);
    expect(request.headers.get("x-flowproof-trial")).toBe(trial);
    expect(request.redirect).toBe("manual");
  });

  test("carries the key in both headers that are read", async () => {
    const { headers } = await sent({}, "claude-sonnet-5", "https://example.com");
    expect(headers.get("x-api-key")).toBe(key);
    expect(headers.get("authorization")).toBe(`Bearer ${key}`);
  });

  test.each([
    ["claude-haiku-4-5", 0, "2023-06-01"],
    ["claude-haiku-4-5", undefined, "2026-10-21"],
    ["claude-sonnet-5", 0, "2026-10-21"],
  ])("%s with temperature %s is version %s", async (name, temperature, version) => {
    const request = temperature === undefined ? {} : { temperature };
    const { headers, body } = await sent(request, name, "https://example.com");
    expect(headers.get("anthropic-version")).toBe(version);
    const sentTemperature = version === "2023-06-01" ? { temperature: 0 } : {};
    expect(body).toEqual({ ...expectedBody, model: name, ...sentTemperature });
  });
});

describe("times", () => {
  test("to the first content, and of the whole attempt", async () => {
    const { url } = await simulated(() => ({ type: "drip", bytes: 400, pauseMs: 30 }));
    const reply = await clientAt(url).chat(chatRequest());
    expect(reply.firstTokenMs).toBeGreaterThan(25);
    expect(reply.activeMs).toBeGreaterThan(reply.firstTokenMs + 25);
    expect(reply).toMatchObject({
      servedModel: "claude-sonnet-4-6",
      requestId: "req_sim_00000001",
      attempts: 1,
      waitMs: 0,
    });
  });
});

const whole = async (): Promise<number> => {
  const { url } = await simulated();
  const response = await fetch(`${url}/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": "key", "anthropic-version": "2023-06-01" },
    body: JSON.stringify({
      model: "claude-sonnet-4-6",
      max_tokens: 1000,
      stream: true,
      messages: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
    }),
  });
  return (await response.arrayBuffer()).byteLength;
};

describe("a reply that does not arrive whole", () => {
  test.each(["cut", "reset"] as const)("%s anywhere is never a shorter reply", async (type) => {
    const length = await whole();
    const random = seededRandom(7);
    const offsets = [1, length - 2, length - 1];
    while (offsets.length < 20) offsets.push(1 + Math.floor(random.next() * (length - 1)));
    const { url } = await simulated((request) => ({ type, atByte: offsets[request - 1] ?? 0 }));
    const client = clientAt(url);
    for (const offset of offsets) {
      const error = await failure(client.chat(chatRequest()));
      expect(error, `at ${offset}`).toMatchObject({ code: "MODEL_REPLY_CUT", retryable: true });
    }
  });

  test("a reset after the last event harms nobody", async () => {
    const length = await whole();
    const { url } = await simulated(() => ({ type: "reset", atByte: length }));
    expect(await clientAt(url).chat(chatRequest())).toMatchObject({ stopReason: "tool_use" });
  });

  test("reset before the head", async () => {
    const { url } = await simulated(() => ({ type: "reset", atByte: 0 }));
    const error = await failure(clientAt(url).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_UNREACHABLE", retryable: true });
  });

  test("one byte at a time is whole", async () => {
    const { url } = await simulated(
      (request) => (request === 1 ? undefined : { type: "drip", bytes: 1, pauseMs: 0 }),
      () => new Promise((resolve) => setImmediate(resolve)),
    );
    const { parts } = await clientAt(url).chat(chatRequest());
    const slow = await clientAt(url).chat(chatRequest());
    expect(slow.parts).toEqual(parts);
  });

  test("is asked for again, and the time it took is waiting", async () => {
    const { url, stats } = await simulated((request) =>
      request < 3 ? { type: "cut", atByte: 300 } : undefined,
    );
    const virtual = createVirtualClock();
    const clock = { ...systemClock, sleep: (ms: number) => virtual.sleep(ms) };
    const client = withRetry(clientAt(url), { clock, random: seededRandom(1) });
    const reply = await client.chat(chatRequest());
    expect(reply).toMatchObject({ stopReason: "tool_use", attempts: 3 });
    expect(stats.requests).toBe(3);
  });
});

describe("errors", () => {
  test.each([
    [429, { "retry-after": "2" }, { code: "MODEL_RATE_LIMITED", retryAfterMs: 2000 }],
    [429, {}, { code: "MODEL_RATE_LIMITED", retryAfterMs: undefined }],
    [529, { "retry-after-ms": "1500" }, { code: "MODEL_OVERLOADED", retryAfterMs: 1500 }],
    [500, { "x-should-retry": "false" }, { code: "MODEL_OVERLOADED", retryable: false }],
    [401, {}, { code: "MODEL_KEY_REFUSED", retryable: false }],
    [413, {}, { code: "MODEL_REQUEST_REFUSED", type: "request_too_large" }],
  ])("status %i with %j", async (status, headers, expected) => {
    const { url, stats } = await simulated(() => ({
      type: "status",
      status,
      headers,
      message: "words of the provider",
    }));
    const error = await failure(clientAt(url).chat(chatRequest()));
    expect(error).toMatchObject({ status, ...expected });
    expect(error.message).toContain("words of the provider");
    // The layer above asks again, nobody else.
    expect(stats.requests).toBe(1);
  });

  test("waits as long as a 429 asks, if that makes sense", async () => {
    const wishes = ["2", "60", "9999999999", "-5", "soon"];
    const { url } = await simulated((request) =>
      request <= wishes.length
        ? { type: "status", status: 429, headers: { "retry-after": wishes[request - 1] ?? "" } }
        : undefined,
    );
    const clock = createVirtualClock();
    const random = { next: () => 0.5 };
    const client = withRetry(clientAt(url, { clock }), { clock, random, attempts: 10 });
    expect(await client.chat(chatRequest())).toMatchObject({ attempts: 6 });
    expect(clock.sleeps).toEqual([2100, 60_000, 2000, 4000, 8000]);
  });

  test.each([
    ["another code", "DISK_FULL", 400],
    ["another status", "SCRIPT_NO_REPLY", 500],
  ])("%s of a simulator is no error of a script", async (_, code, status) => {
    const headers = { "x-flowproof-error": code };
    const { url } = await simulated(() => ({ type: "status", status, headers }));
    expect(await failure(clientAt(url).chat(chatRequest()))).toMatchObject({ status });
  });

  test("gives up where a 429 asks for more time than a call has", async () => {
    const fault = { type: "status", status: 429, headers: { "retry-after": "3600" } } as const;
    const { url, stats } = await simulated(() => fault);
    const clock = createVirtualClock();
    const client = withRetry(clientAt(url, { clock }), { clock, random: { next: () => 0 } });
    const error = await failure(client.chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_RATE_LIMITED", retryAfterMs: 3_600_000 });
    expect(error.message).toContain("; it asks to wait 3600 s");
    expect(clock.sleeps).toEqual([]);
    expect(stats.requests).toBe(1);
  });

  const errorEvent = { type: "error", error: { type: "overloaded_error", message: "over" } };
  test.each([
    ["a status", 529, "application/json", JSON.stringify(errorEvent), "MODEL_OVERLOADED"],
    [
      "an event",
      200,
      "text/event-stream",
      `event: error\ndata: ${JSON.stringify(errorEvent)}\n\n`,
      "MODEL_OVERLOADED",
    ],
    ["a cut", 200, "text/event-stream", "", "MODEL_REPLY_CUT"],
    ["a page", 200, "text/html", "<html>", "MODEL_REPLY_UNREADABLE"],
  ])("the number of the request is told: %s", async (...row) => {
    const [, status, type, body, code] = row;
    const ids = ["req_011CSHoEeqs5C35K2UUqR7Fy", `req_${key}`, "x".repeat(1000), undefined];
    const url = await listening((_request, response) => {
      const id = ids.shift();
      const head = id === undefined ? {} : { "request-id": id };
      response.writeHead(status, { "content-type": type, ...head });
      response.end(body);
    });
    const known = await failure(clientAt(url).chat(chatRequest()));
    expect(known).toMatchObject({ code, requestId: "req_011CSHoEeqs5C35K2UUqR7Fy" });
    expect(known.message).toMatch(/ \(request req_011CSHoEeqs5C35K2UUqR7Fy\)$/);
    expect((await failure(clientAt(url).chat(chatRequest()))).message).not.toContain(key);
    const long = await failure(clientAt(url).chat(chatRequest()));
    expect(long.requestId?.length).toBeLessThanOrEqual(80);
    const unknown = await failure(clientAt(url).chat(chatRequest()));
    expect(unknown.requestId).toBeUndefined();
    expect(unknown.message).not.toContain("(request");
  });

  test("the number of a request that took too long is told", async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "request-id": "req_1" });
      response.write("event: ping\ndata: {}\n\n");
    });
    const error = await failure(clientAt(url, { limits: { idleMs: 80 } }).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_TIMEOUT", requestId: "req_1" });
  });

  test.each([
    ["overloaded_error", "MODEL_OVERLOADED", 529, true],
    ["api_error", "MODEL_OVERLOADED", 500, true],
    ["rate_limit_error", "MODEL_RATE_LIMITED", 429, true],
    ["invalid_request_error", "MODEL_REQUEST_REFUSED", 400, false],
  ])("an event %s in the stream is %s", async (type, ...row) => {
    const [code, status, retryable] = row;
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const error = { type: "error", error: { type, message: `Over with ${key}` } };
      response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
    });
    const error = await failure(clientAt(url).chat(chatRequest()));
    expect(error).toMatchObject({ code, status, retryable, type });
    expect(error.message).toContain("Over with [REDACTED]");
  });

  const page = "<html><title>Sign in</title></html>";
  test.each([
    [
      "a page instead of a stream",
      200,
      "text/html",
      page,
      "MODEL_REPLY_UNREADABLE",
      /text\/html, which begins "<html><title>Sign in/,
    ],
    [
      "JSON instead of a stream",
      200,
      "application/json",
      "{}",
      "MODEL_REPLY_UNREADABLE",
      /application\/json/,
    ],
    ["an empty stream", 200, "text/event-stream", "", "MODEL_REPLY_CUT", /no end of the message/],
    [
      "a stream of something else",
      200,
      "text/event-stream",
      "event: a\ndata: {\n\n",
      "MODEL_REPLY_CUT",
      /before it was complete/,
    ],
    ["a page with 404", 404, "text/html", page, "MODEL_NOT_FOUND", /404: <html>/],
    ["a page with 502", 502, "text/html", page, "MODEL_OVERLOADED", /502: <html>/],
    [
      "an error in other words",
      400,
      "application/json",
      '{"error":"no such thing"}',
      "MODEL_REQUEST_REFUSED",
      /400: no such thing/,
    ],
    [
      "an error with the key",
      401,
      "application/json",
      `{"error":{"type":"a","message":"bad ${key}"}}`,
      "MODEL_KEY_REFUSED",
      /bad \[REDACTED\]$/,
    ],
  ])("%s", async (...row) => {
    const [, status, type, body, code, message] = row;
    const url = await listening((_request, response) => {
      response.writeHead(status, { "content-type": type });
      response.end(body);
    });
    const error = await failure(clientAt(url).chat(chatRequest()));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(key);
  });

  test("a redirect is not followed, so the key stays here", async () => {
    const seen: string[] = [];
    const target = await listening((request, response) => {
      seen.push(JSON.stringify(request.headers));
      response.end();
    });
    const url = await listening((_, response) => {
      response.writeHead(307, { location: `${target}/v1/messages` });
      response.end();
    });
    for (const fetchUsed of [pooledFetch({ connections: 1 }), fetch]) {
      const error = await failure(clientAt(url, { fetch: fetchUsed }).chat(chatRequest()));
      expect(error).toMatchObject({ code: "MODEL_REQUEST_REFUSED", status: 307 });
    }
    expect(seen).toEqual([]);
  });

  test("nobody there", async () => {
    const error = await failure(clientAt("http://127.0.0.1:1").chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_UNREACHABLE", retryable: true });
    expect(error.message).toBe(
      "anthropic/claude-sonnet-4-6: no connection to http://127.0.0.1:1 (ECONNREFUSED)",
    );
  });

  test("a server that never answers", async () => {
    const url = await listening(() => {});
    const limits = { idleMs: 80 };
    const error = await failure(clientAt(url, { limits }).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_TIMEOUT", retryable: true });
    expect(error.message).toContain("within 0.08 s");
  });

  test("a stream that stops in the middle", async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write('event: message_start\ndata: {"type":"message_start","message":{}}\n\n');
    });
    const error = await failure(clientAt(url, { limits: { idleMs: 80 } }).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_TIMEOUT" });
  });

  test("a stream that drips without end, pings included", async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => response.write('event: ping\ndata: {"type":"ping"}\n\n'), 10);
      response.on("close", () => clearInterval(timer));
    });
    const limits = { idleMs: 1000, totalMs: 150 };
    const error = await failure(clientAt(url, { limits }).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_TIMEOUT" });
    expect(error.message).toContain("within 0.15 s");
  });

  test("pings keep a slow model alive", async () => {
    const simulator = createLlmSimulator({ script });
    const url = await listening((request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => response.write('event: ping\ndata: {"type":"ping"}\n\n'), 20);
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        setTimeout(() => {
          clearInterval(timer);
          const body = Buffer.concat(chunks).toString();
          const headers = { "x-api-key": "k", "anthropic-version": "2023-06-01" };
          void simulator(new Request("http://a/v1/messages", { method: "POST", body, headers }))
            .then((answer) => answer.text())
            .then((text) => response.end(text));
        }, 250);
      });
    });
    const reply = await clientAt(url, { limits: { idleMs: 120 } }).chat(chatRequest());
    expect(reply.stopReason).toBe("tool_use");
  });

  test("a stream without end is not read into memory", async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const chunk = "x".repeat(1024 * 1024);
      const pump = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", pump);
      };
      pump();
    });
    const error = await failure(clientAt(url).chat(chatRequest()));
    expect(error).toMatchObject({ code: "MODEL_REPLY_UNREADABLE", retryable: false });
    expect(error.message).toContain("more than 32 MB");
  });

  test("a server that does not hang up after the last event", async () => {
    const text = await (
      await createLlmSimulator({ script })(
        new Request("http://a/v1/messages", {
          method: "POST",
          headers: { "x-api-key": "k", "anthropic-version": "2023-06-01" },
          body: JSON.stringify({
            model: "m",
            max_tokens: 1,
            stream: true,
            messages: [{ role: "user", content: "a" }],
          }),
        }),
      )
    ).text();
    const url = await listening((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(text);
    });
    const reply = await clientAt(url).chat(chatRequest());
    expect(reply.stopReason).toBe("tool_use");
    expect(reply.activeMs).toBeLessThan(900);
  });
});

describe("cancel", () => {
  test("while waiting for the head, and in the middle of a stream", async () => {
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

  test("leaves no listeners behind", async () => {
    const { url } = await simulated();
    const controller = new AbortController();
    const client = clientAt(url);
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on("warning", onWarning);
    for (let count = 0; count < 15; count += 1) await client.chat(chatRequest(), controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });
});

test("a key that cannot be one is refused before anything is sent", () => {
  expect(() => clientAt("https://example.com", { apiKey: "sk ant" })).toThrow(
    "the key in ANTHROPIC_API_KEY holds characters no key has",
  );
});
