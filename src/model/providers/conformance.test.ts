import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { pooledFetch, seededRandom, systemClock } from "../../platform/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../simulators/index.ts";
import type { ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import { createModel, providers } from "../create-model.ts";
import { ModelError } from "../model-error.ts";
import type { ModelOptions } from "../model-options.ts";
import { parseScript } from "../script/parse-script.ts";
import { called, chatRequest, result, tool } from "../testing/chat-request.ts";

const file = "conformance.script.yml";
const text = `script: conformance
replies:
  - when: { user: text }
    turns: [{ text: "Hello, Ä 😀 \\u2028 world." }]
    variants: [[{ text: variant }]]
  - when: { user: call }
    turns:
      - { text: Let me see., calls: [{ tool: look, args: { q: "a\\"b", n: 1.5, deep: { l: [null, true] } } }] }
      - text: Done.
  - when: { user: parallel }
    turns: [{ calls: [{ tool: look, args: { n: 1 } }, { tool: look, args: { n: 2 } }, { tool: write }] }]
  - { when: { user: empty }, turns: [{ text: "" }] }
  - { when: { user: limit }, turns: [{ text: cut, stop: max_tokens }] }
  - { when: { user: refuse }, turns: [{ stop: refusal }] }
  - when: { user: usage }
    turns: [{ text: a, usage: { input_tokens: 11, output_tokens: 7, cache_read_tokens: 5, cache_write_tokens: 3 } }]
  - { when: { user: overloaded }, turns: [{ fault: { status: 529 } }] }
  - { when: { user: limited }, turns: [{ fault: { status: 429, retry_after: 2 } }] }
  - { when: { user: forbidden }, turns: [{ fault: { status: 401 } }] }
  - { when: { user: slow }, turns: [{ text: slow, delay_ms: 5000 }] }
  - { when: { judge: "42" }, verdicts: { "*": met } }
`;

const options: ModelOptions = {
  clock: systemClock,
  random: seededRandom(1),
  files: {
    read: (path) => Promise.resolve(path === file ? text : undefined),
    list: () => Promise.resolve([]),
    realPath: undefined,
  },
  attempts: 1,
};

let server: RunningServer;
const clients = new Map<string, ModelClient>();
const names = [
  "script",
  "claude-haiku-4-5",
  "claude-sonnet-4-6",
  "claude-sonnet-5",
  "claude-opus-5-5",
  "openai/any-model",
];

beforeAll(async () => {
  server = await serve(createLlmSimulator({ script: await parseScript(text, file) }), { port: 0 });
  const access = {
    anthropic: { apiKey: "key", baseUrl: server.url },
    openai: { baseUrl: `${server.url}/v1` },
  };
  const fetch = pooledFetch({ connections: 4 });
  for (const name of names) {
    const model = name === "script" ? `script/${file}` : name;
    clients.set(name, await createModel(model, { ...options, access, fetch }));
  }
});

afterAll(() => server.close());

function clientOf(name: string): ModelClient {
  const client = clients.get(name);
  if (client === undefined) throw new Error(name);
  return client;
}

const tools = [tool("look"), tool("write")];

describe.each(names)("%s", (name) => {
  const ask = (request: Partial<ChatRequest> & { ask?: string }): Promise<ChatReply> =>
    clientOf(name).chat(chatRequest(request));

  test("text", async () => {
    const reply = await ask({ ask: "text" });
    expect(reply).toMatchObject({
      parts: [{ type: "text", text: "Hello, Ä 😀 \u2028 world." }],
      stopReason: "end_turn",
      waitMs: 0,
      attempts: 1,
    });
    expect(reply.firstTokenMs).toBeGreaterThanOrEqual(0);
    expect(reply.activeMs).toBeGreaterThanOrEqual(reply.firstTokenMs);
  });

  test("who listens hears the text, and no arguments", async () => {
    const heard: string[] = [];
    const listener = {
      onText: (words: string) => void heard.push(words),
      onDiscard: () => heard.splice(0),
    };
    const request = chatRequest({ ask: "call", tools });
    await clientOf(name).chat(request, undefined, listener);
    expect(heard.join("")).toBe("Let me see.");
  });

  test("another trial", async () => {
    expect(await ask({ ask: "text", trial: 1 })).toMatchObject({ parts: [{ text: "variant" }] });
  });

  test("a call, and what comes after it", async () => {
    const args = { q: 'a"b', n: 1.5, deep: { l: [null, true] } };
    const first = await ask({ ask: "call", tools });
    expect(first).toMatchObject({
      parts: [
        { type: "text", text: "Let me see." },
        { type: "tool_call", name: "look", args },
      ],
      stopReason: "tool_use",
    });
    const messages = [
      { role: "user", text: "call" },
      { role: "assistant", parts: first.parts },
      result(first.parts.flatMap((part) => (part.type === "tool_call" ? [part.id] : []))[0]!, "1"),
    ] as const;
    expect(await ask({ messages, tools })).toMatchObject({
      parts: [{ type: "text", text: "Done." }],
    });
  });

  test("parallel calls", async () => {
    const { parts } = await ask({ ask: "parallel", tools });
    expect(parts).toMatchObject([
      { type: "tool_call", name: "look", args: { n: 1 } },
      { type: "tool_call", name: "look", args: { n: 2 } },
      { type: "tool_call", name: "write", args: {} },
    ]);
    expect(new Set(parts.map((part) => (part.type === "tool_call" ? part.id : ""))).size).toBe(3);
  });

  test.each([
    ["empty", [], "end_turn"],
    ["limit", [{ type: "text", text: "cut" }], "max_tokens"],
    ["refuse", [], "refusal"],
  ])("%s", async (user, parts, stopReason) => {
    expect(await ask({ ask: user })).toMatchObject({ parts, stopReason });
  });

  test("usage", async () => {
    expect((await ask({ ask: "usage" })).usage).toEqual({
      inputTokens: 11,
      outputTokens: 7,
      cacheReadTokens: 5,
      cacheWriteTokens: 3,
    });
  });

  test.each([
    ["overloaded", { code: "MODEL_OVERLOADED", status: 529, retryable: true }],
    ["limited", { code: "MODEL_RATE_LIMITED", status: 429, retryable: true, retryAfterMs: 2000 }],
    ["forbidden", { code: "MODEL_KEY_REFUSED", status: 401, retryable: false }],
  ])("an error: %s", async (user, expected) => {
    await expect(ask({ ask: user })).rejects.toMatchObject(expected);
  });

  test("a request that the API refuses", async () => {
    const messages = [{ role: "user", text: "call" } as const, called("c1", "look")];
    const refusal = { code: "MODEL_REQUEST_REFUSED", status: 400, retryable: false };
    await expect(ask({ messages, tools })).rejects.toMatchObject(refusal);
    await expect(ask({ messages: [] })).rejects.toMatchObject(refusal);
  });

  test("a request that the script has no reply for is the script's error, not the model's", async () => {
    const error: unknown = await ask({ ask: "nobody knows" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).not.toBeInstanceOf(ModelError);
    expect(error).toMatchObject({
      code: "SCRIPT_NO_REPLY",
      kind: "usage",
      message: `no entry of script "conformance" matches the request with user "nobody knows", last "nobody knows", tools none, turn 0`,
      hint: `add an entry to its replies:\n  - when: { user: { $contains: "nobody knows" } }\n    turns:\n      - text: "…"`,
    });
  });

  test("cancel", async () => {
    const reason = new Error("stop");
    const controller = new AbortController();
    const reply = clientOf(name).chat(chatRequest({ ask: "slow" }), controller.signal);
    setTimeout(() => controller.abort(reason), 20);
    await expect(reply).rejects.toBe(reason);
    await expect(clientOf(name).chat(chatRequest({ ask: "text" }), controller.signal)).rejects.toBe(
      reason,
    );
  });
});

describe("every model gets what the script says", () => {
  const history = [
    { role: "user", text: "call" },
    called("c1", "look", "Let me see."),
    result("c1", "not found", true),
  ] as const;
  const requests: readonly (readonly [string, Partial<ChatRequest> & { ask?: string }])[] = [
    ["text", { ask: "text", system: [{ text: "Be brief.", cache: true }], temperature: 0 }],
    ["a call", { ask: "call", tools, toolChoice: { type: "any" } }],
    ["a conversation", { messages: history, tools, stop: ["END"] }],
    ["parallel", { ask: "parallel", tools, maxTokens: 64_000 }],
    ["empty", { ask: "empty" }],
    [
      "a trailing reply",
      {
        messages: [
          { role: "user", text: "call" },
          { role: "assistant", parts: [{ type: "text", text: "Hm. " }] },
        ],
        tools,
      },
    ],
  ];

  test.each(requests)("%s", async (_, request) => {
    const [expected, ...others] = await Promise.all(
      names.map(async (name) => {
        const { parts, stopReason, usage } = await clientOf(name).chat(chatRequest(request));
        return { parts, stopReason, usage };
      }),
    );
    expect(others).toEqual(others.map(() => expected));
  });
});

test("each file of the folder is a provider, under its own name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => !name.endsWith(".test.ts") && name !== "index.ts")
    .map((name) => name.replace(/\.ts$/, ""));
  expect(providers.ids).toEqual(files.toSorted());
});
