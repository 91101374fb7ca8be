import { describe, expect, test } from "vitest";
import { parseScript } from "../../model/index.ts";
import { goodBody, goodHeaders, postMessages } from "../testing/post-messages.ts";
import { createLlmSimulator, type LlmSimulatorOptions } from "./create-llm-simulator.ts";

const hello = await parseScript(
  `script: test
replies:
  - when: { user: Hello }
    turns: [{ text: "Hi there, friend.", calls: [{ tool: greet, args: { who: Ä😀 } }] }]
    variants: [[{ text: variant }]]
  - when: { user: limit }
    turns: [{ fault: { status: 429, retry_after: 7 } }]
  - when: { user: slow }
    turns: [{ text: slow, delay_ms: 300 }]
`,
  "test.script.yml",
);

function simulator(options: Partial<LlmSimulatorOptions> = {}) {
  return createLlmSimulator({ script: hello, ...options });
}

const asking = (content: string) => ({ ...goodBody, messages: [{ role: "user", content }] });

interface SeenEvent {
  readonly delta?: Readonly<Record<string, string>>;
}

async function eventsOf(response: Response): Promise<readonly (readonly [string, SeenEvent])[]> {
  const text = await response.text();
  expect(text.endsWith("\n\n")).toBe(true);
  return text
    .slice(0, -2)
    .split("\n\n")
    .map((event) => {
      const match = /^event: (.*)\ndata: (.*)$/.exec(event);
      return [match?.[1] ?? "", JSON.parse(match?.[2] ?? "null")];
    });
}

describe("an answer", () => {
  test("as JSON", async () => {
    const response = await postMessages(simulator());
    expect(response.status).toBe(200);
    expect(response.headers.get("request-id")).toBe("req_sim_00000001");
    expect(await response.json()).toEqual({
      id: "msg_sim_00000001",
      type: "message",
      role: "assistant",
      model: "claude-sonnet-5",
      content: [
        { type: "text", text: "Hi there, friend." },
        {
          type: "tool_use",
          id: expect.stringMatching(/^toolu_/),
          name: "greet",
          input: { who: "Ä😀" },
        },
      ],
      stop_reason: "tool_use",
      stop_sequence: null,
      usage: {
        input_tokens: 2,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens: expect.any(Number),
      },
    });
  });

  test("as a stream", async () => {
    const response = await postMessages(simulator(), { ...goodBody, stream: true });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const events = await eventsOf(response);
    expect(events.map(([name]) => name)).toEqual([
      "message_start",
      "ping",
      "content_block_start",
      ...Array.from({ length: 4 }, () => "content_block_delta"),
      "content_block_stop",
      "content_block_start",
      ...Array.from({ length: 5 }, () => "content_block_delta"),
      "content_block_stop",
      "message_delta",
      "message_stop",
    ]);
    for (const [name, data] of events) expect(data).toMatchObject({ type: name });
    expect(events[0]?.[1]).toMatchObject({
      message: { content: [], stop_reason: null, usage: { input_tokens: 2, output_tokens: 1 } },
    });
    expect(events[2]?.[1]).toMatchObject({ index: 0, content_block: { type: "text", text: "" } });
    expect(events[8]?.[1]).toMatchObject({ index: 1, content_block: { name: "greet", input: {} } });
    expect(events.at(-2)?.[1]).toMatchObject({
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { input_tokens: 2, output_tokens: expect.any(Number) },
    });
    const deltas = events.flatMap(([name, data]) =>
      name === "content_block_delta" ? [data.delta ?? {}] : [],
    );
    expect(deltas.map(({ text = "" }) => text).join("")).toBe("Hi there, friend.");
    expect(deltas.map(({ partial_json = "" }) => partial_json).join("")).toBe('{"who":"Ä😀"}');
  });

  test.each([
    ["0", "Hi there, friend."],
    ["1", "variant"],
    ["3", "variant"],
    ["nonsense", "Hi there, friend."],
    ["-1", "Hi there, friend."],
  ])("to trial %s", async (trial, text) => {
    const headers = { ...goodHeaders, "x-flowproof-trial": trial };
    const answer = await postMessages(simulator(), goodBody, headers);
    expect(await answer.json()).toMatchObject({
      content: [{ text }, ...(text === "variant" ? [] : [{}])],
    });
  });

  test("takes its time where the script says so", async () => {
    const sleeps: number[] = [];
    const sleep = async (ms: number): Promise<void> => void sleeps.push(ms);
    await postMessages(simulator({ sleep }), asking("slow"));
    await postMessages(simulator({ sleep }));
    expect(sleeps).toEqual([300]);
  });
});

describe("a refusal", () => {
  const { "x-api-key": _key, ...noKey } = goodHeaders;
  const { "anthropic-version": _version, ...noVersion } = goodHeaders;

  test.each([
    ["no key", noKey, 401, "authentication_error", "x-api-key header is required"],
    [
      "an empty key",
      { ...goodHeaders, "x-api-key": " " },
      401,
      "authentication_error",
      "invalid x-api-key",
    ],
    [
      "an empty bearer",
      { ...noKey, authorization: "Bearer " },
      401,
      "authentication_error",
      "Invalid bearer token",
    ],
    [
      "no version",
      noVersion,
      400,
      "invalid_request_error",
      "anthropic-version: header is required",
    ],
    [
      "an unknown version",
      { ...goodHeaders, "anthropic-version": "2020-01-01" },
      400,
      "invalid_request_error",
      'anthropic-version: "2020-01-01" is not a valid version',
    ],
  ])("for %s", async (_, headers, ...row) => {
    const [status, type, message] = row;
    const response = await postMessages(simulator(), goodBody, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      type: "error",
      error: { type, message },
      request_id: "req_sim_00000001",
    });
  });

  test("a key as bearer is one", async () => {
    const headers = { ...noKey, authorization: "Bearer key" };
    expect((await postMessages(simulator(), goodBody, headers)).status).toBe(200);
  });

  test.each([
    ["a body that is not JSON", "{", 400, "The request body is not valid JSON"],
    [
      "a body that the API refuses",
      { ...goodBody, max_tokens: 0 },
      400,
      "max_tokens: Input should be",
    ],
    ["a body too large", asking("x".repeat(2000)), 413, "Request exceeds the maximum size"],
  ] as const)("for %s", async (...row) => {
    const [, body, status, message] = row;
    const response = await postMessages(simulator({ maxBodyBytes: 1000 }), body);
    expect(response.status).toBe(status);
    expect(response.headers.has("x-flowproof-error")).toBe(false);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining(message) },
    });
  });

  test.each([
    ["GET", "/v1/messages", 405],
    ["POST", "/", 404],
    ["POST", "/v1/complete", 404],
    ["GET", "/v1/models", 404],
  ])("%s %s", async (method, path, status) => {
    const response = await simulator()(new Request(`http://127.0.0.1${path}`, { method }));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      type: "error",
      error: { message: expect.any(String) },
    });
  });

  test("of a model that does not exist", async () => {
    const models = ["claude-haiku-4-5"];
    const response = await postMessages(simulator({ models }));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { type: "not_found_error", message: "model: claude-sonnet-5" },
    });
    const known = await postMessages(simulator({ models }), { ...goodBody, model: models[0] });
    expect(known.status).toBe(200);
  });

  test("a temperature, by version", async () => {
    const body = { ...goodBody, model: "claude-haiku-4-5", temperature: 0 };
    expect((await postMessages(simulator(), body)).status).toBe(200);
    const headers = { ...goodHeaders, "anthropic-version": "2026-10-21" };
    expect((await postMessages(simulator(), body, headers)).status).toBe(400);
  });

  test("where the script has no reply: with the entry to add, and not to be retried", async () => {
    const response = await postMessages(simulator(), asking("Unknown"));
    expect(response.status).toBe(400);
    expect(response.headers.get("x-flowproof-error")).toBe("SCRIPT_NO_REPLY");
    expect(await response.json()).toMatchObject({
      error: {
        type: "invalid_request_error",
        message: expect.stringMatching(/^no entry of script "test"[^]*- when: \{ user:/),
      },
    });
  });
});

describe("faults", () => {
  test("of the script", async () => {
    const response = await postMessages(simulator(), asking("limit"));
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.json()).toMatchObject({ error: { type: "rate_limit_error" } });
  });

  test("by the number of the request", async () => {
    const overloaded = { type: "status", status: 529, headers: { "retry-after": "1" } } as const;
    const handler = simulator({ fault: (request) => (request === 2 ? overloaded : undefined) });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await postMessages(handler)).status);
    expect(statuses).toEqual([200, 529, 200]);
    expect(handler.stats).toEqual({ requests: 3, answered: 2 });
  });

  test.each([
    ["cut", { type: "cut", atByte: 50 }, 50, false],
    ["reset", { type: "reset", atByte: 50 }, 50, true],
    ["reset at once", { type: "reset", atByte: 0 }, 0, true],
    ["drip", { type: "drip", bytes: 100, pauseMs: 1 }, undefined, false],
  ] as const)("of a stream: %s", async (...row) => {
    const [, fault, length, isError] = row;
    const streaming = { ...goodBody, stream: true };
    const whole = new TextEncoder().encode(
      await (await postMessages(simulator(), streaming)).text(),
    );
    const faulty = simulator({ fault: () => fault, sleep: () => Promise.resolve() });
    const response = await postMessages(faulty, streaming);
    const reader = response.body!.getReader();
    const read: number[] = [];
    let failed = false;
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read())
        read.push(...part.value);
    } catch {
      failed = true;
    }
    expect(failed).toBe(isError);
    expect(read).toEqual(Array.from(whole.slice(0, length)));
  });
});
