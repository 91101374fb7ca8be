import { describe, expect, test } from "vitest";
import { parseScript } from "../../model/index.ts";
import { createLlmSimulator, type LlmSimulatorOptions } from "./create-llm-simulator.ts";

const script = await parseScript(
  `script: test
replies:
  - when: { user: Hello }
    turns: [{ text: "Hi there, friend.", calls: [{ tool: greet, args: { who: Ä😀 } }] }]
    variants: [[{ text: variant }]]
  - when: { user: limit }
    turns: [{ fault: { status: 429, retry_after: 7 } }]
  - when: { user: long }
    turns: [{ text: cut, stop: max_tokens }]
  - when: { user: never }
    turns: [{ stop: refusal }]
`,
  "test.script.yml",
);

const greet = { type: "function", function: { name: "greet" } };
const good = { model: "m", messages: [{ role: "user", content: "Hello" }], tools: [greet] };

function post(
  body: unknown = good,
  headers: Record<string, string> = {},
  options: Partial<LlmSimulatorOptions> = {},
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method: "POST", headers, body: text };
  const simulator = createLlmSimulator({ script, ...options });
  return simulator(new Request("http://127.0.0.1/v1/chat/completions", init));
}
const asking = (content: string): object => ({ model: "m", messages: [{ role: "user", content }] });

interface Chunk {
  readonly choices: readonly {
    readonly delta: { readonly content?: string; readonly tool_calls?: readonly Call[] };
    readonly finish_reason: string | null;
  }[];
  readonly usage?: object | null;
}
interface Call {
  readonly function: { readonly arguments: string };
}

async function chunksOf(response: Response): Promise<readonly Chunk[]> {
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = (await response.text()).split("\n\n");
  expect(events.splice(-2)).toEqual(["data: [DONE]", ""]);
  return events.map((event) => JSON.parse(event.slice("data: ".length)));
}

test("an answer as JSON", async () => {
  const response = await post();
  expect(response.headers.get("x-request-id")).toBe("req_sim_00000001");
  expect(await response.json()).toMatchObject({
    id: "chatcmpl-sim_00000001",
    object: "chat.completion",
    model: "m",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: "Hi there, friend.",
          tool_calls: [
            { type: "function", function: { name: "greet", arguments: '{"who":"Ä😀"}' } },
          ],
        },
        finish_reason: "tool_calls",
      },
    ],
    usage: { prompt_tokens: expect.any(Number), completion_tokens: expect.any(Number) },
  });
});

test.each([true, false])("an answer as a stream, with usage: %s", async (usage) => {
  const options = usage ? { stream_options: { include_usage: true } } : {};
  const chunks = await chunksOf(await post({ ...good, stream: true, ...options }));
  const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta));
  expect(deltas.map(({ content = "" }) => content).join("")).toBe("Hi there, friend.");
  const calls = deltas.flatMap(({ tool_calls = [] }) => tool_calls);
  expect(calls.map((call) => call.function.arguments).join("")).toBe('{"who":"Ä😀"}');
  expect(calls.length).toBeGreaterThan(2);
  const reasons = chunks.flatMap(({ choices }) => choices.map(({ finish_reason: at }) => at));
  expect(reasons.filter((reason) => reason !== null)).toEqual(["tool_calls"]);
  expect(chunks.filter(({ choices }) => choices.length === 0)).toHaveLength(usage ? 1 : 0);
  expect(chunks.some((chunk) => Boolean(chunk.usage))).toBe(usage);
});

test.each([
  ["long", {}, "length"],
  ["never", {}, "content_filter"],
  ["Hello", {}, "tool_calls"],
  ["Hello", { tools: [greet], tool_choice: greet }, "stop"],
])("%s with %j ends for %s", async (content, more, reason) => {
  const answer = await post({ ...asking(content), ...more });
  expect(await answer.json()).toMatchObject({ choices: [{ finish_reason: reason }] });
});

test("another trial", async () => {
  const answer = await post(good, { "x-flowproof-trial": "1" });
  expect(await answer.json()).toMatchObject({ choices: [{ message: { content: "variant" } }] });
});

describe("a refusal", () => {
  const error = (message: string, type: string, code: string | null = null): object => ({
    error: { message: expect.stringContaining(message), type, param: null, code },
  });
  const invalid = "invalid_request_error";

  test.each<[string, unknown, Record<string, string>, number, object]>([
    ["a body that is not JSON", "{", {}, 400, error("not valid JSON", invalid)],
    ["a body that is refused", { ...good, n: 2 }, {}, 400, error("Only n = 1", invalid)],
    [
      "a key that is none",
      good,
      { authorization: "Bearer " },
      401,
      error("Incorrect API key", invalid, "invalid_api_key"),
    ],
    [
      "the script's",
      asking("limit"),
      {},
      429,
      error("as the script says", "requests", "rate_limit_exceeded"),
    ],
    ["no reply", asking("Unknown"), {}, 400, error("no entry of script", invalid)],
  ])("%s", async (_, body, headers, ...row) => {
    const [status, expected] = row;
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(expected);
  });

  test("no key is none that is wrong: servers of one's own want none", async () => {
    expect((await post()).status).toBe(200);
    expect((await post(good, { authorization: "Bearer x" })).status).toBe(200);
  });

  test("of a model that does not exist", async () => {
    const models = ["other"];
    const response = await post(good, {}, { models });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual(error("`m` does not exist", invalid, "model_not_found"));
    expect((await post({ ...good, model: "other" }, {}, { models })).status).toBe(200);
  });

  test("by a fault", async () => {
    const fault = { type: "status", status: 503, headers: { "retry-after": "1" } } as const;
    const response = await post(good, {}, { fault: () => fault });
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toEqual(error("simulated", "server_error"));
  });

  test("of anything but POST", async () => {
    const request = new Request("http://127.0.0.1/v1/chat/completions");
    expect((await createLlmSimulator({ script })(request)).status).toBe(405);
  });
});
