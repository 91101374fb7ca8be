import { createServer, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { helperProject, runEval } from "../../../fixtures/eval/run-eval.ts";
import type { JsonValue } from "../../core/json.ts";
import { classicCommands } from "../../engine/index.ts";
import { slashCommands } from "../../gitlab/index.ts";
import type { ModelClient } from "../../model/index.ts";
import { pooledFetch, proxiesOf } from "../../platform/index.ts";

interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly url: string;
  readonly body: JsonValue;
}

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | readonly string[];
}

const servers: { close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An endpoint on this machine that answers one request after the other. */
async function endpoint(...replies: readonly Reply[]): Promise<{
  readonly url: string;
  readonly asked: Asked[];
}> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += String(part);
    });
    request.on("end", () => {
      const { headers, url = "" } = request;
      asked.push({ headers, url, body: text === "" ? null : JSON.parse(text) });
      const {
        status = 200,
        headers: own = {},
        body,
      } = replies[asked.length - 1] ?? { status: 500, body: "" };
      response.writeHead(status, own);
      for (const part of typeof body === "string" ? [body] : body) response.write(part);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}/chat`, asked };
}

const network = {
  fetch: pooledFetch({ connections: 4, proxies: proxiesOf({}) }),
  random: { next: () => 0 },
  variable: (name: string): string | undefined => ({ CHAT_KEY: "s3cret-chat-key" })[name],
};

function suiteOf(target: string, cases: string): string {
  return `suite: one\n${target}\ncases:\n${cases}\n`;
}

const script = "script: a\nreplies: [{ turns: [{ text: one }, { text: two }] }]\n";
const json = { "content-type": "application/json" };

describe("http", () => {
  const target = (url: string, more = ""): string => `target:
  http:
    url: ${url}
    headers: { Authorization: { env: CHAT_KEY, prefix: "Bearer " }, x-team: web }
    body: { question: "{{ user }}", messages: "{{ conversation }}", thread: "{{ thread }}", note: "turn {{ turn }}", where: "{{ context.project }}" }
    response:
      answer: /data/text
      calls: { at: /calls, tool: /name, args: /arguments, result: output }
      usage: { input: /usage/in, output: /usage/out }
      thread: /id
${more}`;
  const answer = (text: string, calls = "[]"): Reply => ({
    headers: json,
    body: `{"id":"t1","data":{"text":${JSON.stringify(text)}},"calls":${calls},"usage":{"in":7,"out":3}}`,
  });

  test("a conversation is sent turn by turn, and told with calls, tokens and times", async () => {
    const calls = '[{"name":"get_issue","arguments":"{\\"issue_iid\\":7}","output":{"id":1}}]';
    const { url, asked } = await endpoint(answer("one", calls), answer("Bearer s3cret-chat-key"));
    const suite = suiteOf(
      target(url),
      `  - id: a
    continues: [{ user: hi, assistant: hello }]
    conversation:
      - { user: 'say "it"', expect: [called: { tool: get_issue, args: { issue_iid: 7 } }, answer: one] }
      - { user: again, expect: [no_calls: true] }
    expect: [answer: REDACTED, max_latency_ms: 60000]`,
    );
    const { trials, record } = await runEval({ "a.suite.yml": suite }, { network });
    expect(trials).toMatchObject([
      {
        outcome: "pass",
        turns: 2,
        usage: { inputTokens: 14, outputTokens: 6 },
        calls: [{ tool: "get_issue", args: { issue_iid: 7 } }],
        unknown: ["replies", "route", "status"],
      },
    ]);
    expect(JSON.stringify(record)).not.toContain("s3cret");
    expect(record.started.suites[0]?.targets).toEqual([
      { target: "default", kind: "http", flow: url, version: "", agentModel: "target/http" },
    ]);
    expect(asked.map(({ headers }) => [headers.authorization, headers["x-team"]])).toEqual([
      ["Bearer s3cret-chat-key", "web"],
      ["Bearer s3cret-chat-key", "web"],
    ]);
    const before = [
      { role: "user", content: "hi" },
      { role: "assistant", content: "hello" },
      { role: "user", content: 'say "it"' },
    ];
    expect(asked.map(({ body }) => body)).toEqual([
      { question: 'say "it"', messages: before, note: "turn 1", where: "example/project" },
      {
        question: "again",
        messages: [
          ...before,
          { role: "assistant", content: "one" },
          { role: "user", content: "again" },
        ],
        thread: "t1",
        note: "turn 2",
        where: "example/project",
      },
    ]);
  });

  const one = "  - { id: a, ask: hi, expect: [answer: one] }";

  test.each<[string, readonly Reply[], string, RegExp]>([
    ["no JSON", [{ body: "<html>" }], "suite_error", /did not answer with JSON: <html>/],
    ["nothing at the path", [{ body: "{}" }], "suite_error", /has nothing at \/data\/text/],
    ["no text at the path", [{ body: '{"data":{"text":1}}' }], "suite_error", /no text but 1 at/],
    [
      "no calls",
      [{ body: '{"data":{"text":"one"}}' }],
      "suite_error",
      /no list of calls at \/calls/,
    ],
    [
      "a redirect",
      [{ status: 302, headers: { location: "/x" }, body: "" }],
      "suite_error",
      /redirect/,
    ],
    [
      "a request it refuses",
      [{ status: 422, body: "bad body" }],
      "suite_error",
      /answered 422: bad body/,
    ],
    [
      "too long a wait",
      [{ status: 429, headers: { "retry-after": "600" }, body: "slow" }],
      "infra_error",
      /TARGET_RATE_LIMITED: .* asks to wait 600 s/,
    ],
  ])("%s", async (_, replies, outcome, reason) => {
    const { url, asked } = await endpoint(...replies);
    const { trials } = await runEval({ "a.suite.yml": suiteOf(target(url), one) }, { network });
    expect(trials).toMatchObject([{ outcome, reason: expect.stringMatching(reason) }]);
    expect(asked).toHaveLength(1);
  });

  test("a server that fails is asked again, and waiting is no latency", async () => {
    const busy = { status: 503, headers: { "retry-after": "0" }, body: "busy" };
    const { url, asked } = await endpoint(busy, busy, answer("one"));
    const { trials } = await runEval({ "a.suite.yml": suiteOf(target(url), one) }, { network });
    expect(trials).toMatchObject([{ outcome: "pass" }]);
    expect(asked).toHaveLength(3);
  });

  test("a server that goes on failing is an infra_error that says how often it was asked", async () => {
    const busy = { status: 503, headers: { "retry-after": "0" }, body: "busy" };
    const { url } = await endpoint(busy, busy, busy, busy, answer("one"));
    const { trials } = await runEval({ "a.suite.yml": suiteOf(target(url), one) }, { network });
    expect(trials).toMatchObject([
      { outcome: "infra_error", reason: expect.stringMatching(/503: busy \(4 attempts\)$/) },
    ]);
  });

  test("a refused key ends the run, and is not in the message", async () => {
    const { url } = await endpoint({ status: 401, body: "who is s3cret-chat-key?" });
    const run = runEval({ "a.suite.yml": suiteOf(target(url), one) }, { network });
    await expect(run).rejects.toThrow(/answered 401: who is \[REDACTED\]\?/);
  });

  test("too large a response", async () => {
    const { url } = await endpoint(answer("one"));
    const suite = suiteOf(target(url, "    max_bytes: 20"), one);
    const { trials } = await runEval({ "a.suite.yml": suite }, { network });
    expect(trials).toMatchObject(
      [{ outcome: "infra_error", reason: /larger than 20 bytes/ }].map(({ outcome, reason }) => ({
        outcome,
        reason: expect.stringMatching(reason),
      })),
    );
  });

  const streaming = (url: string): string => `target:
  http:
    url: ${url}
    method: GET
    query: { q: "{{ user }}" }
    stream: { delta: /text, done: { at: /type, equals: end } }`;
  const event = (value: string): string => `data: ${value}\n\n`;

  test("a stream is put together, and its first part is timed", async () => {
    const body = [
      event('{"text":"on"}'),
      ": ping\n\n",
      event('{"text":"e"}'),
      event('{"type":"end"}'),
    ];
    const { url, asked } = await endpoint({ body });
    const { trials } = await runEval({ "a.suite.yml": suiteOf(streaming(url), one) }, { network });
    expect(trials).toMatchObject([
      { outcome: "pass", answer: "one", firstTokenMs: expect.any(Number) },
    ]);
    expect(asked[0]?.url).toBe("/chat?q=hi");
  });

  test("a stream that was cut is never a shorter answer", async () => {
    const cut = { body: [event('{"text":"one"}')] };
    const { url, asked } = await endpoint(cut, cut, cut, cut);
    const { trials } = await runEval({ "a.suite.yml": suiteOf(streaming(url), one) }, { network });
    expect(trials).toMatchObject([
      { outcome: "infra_error", answer: "", reason: expect.stringMatching(/^TARGET_RESPONSE_CUT/) },
    ]);
    expect(asked).toHaveLength(4);
  });

  test("a replay asks nobody", async () => {
    const { url, asked } = await endpoint(answer("one"));
    const run = runEval({ "a.suite.yml": suiteOf(target(url), one) }, { network, isReplay: true });
    await expect(run).rejects.toThrow(/a replay asks nobody/);
    expect(asked).toEqual([]);
  });
});

describe("recorded", () => {
  const target = "target: { recorded: answers.jsonl }";
  const lines = (...rows: readonly JsonValue[]): string =>
    rows.map((row) => JSON.stringify(row)).join("\n");

  test("answers by case, trial and turn, with what was recorded along with them", async () => {
    const calls = [{ tool: "get_issue", args: { issue_iid: 7 }, result: "x" }];
    const answers = lines(
      { case: "a", answer: "one", calls, active_ms: 1200 },
      { case: "a", trial: 1, answer: "uno", calls: [], active_ms: 10 },
      { case: "b", answers: ["one", { answer: "two", calls: [], active_ms: 1 }], calls },
    );
    const suite = suiteOf(
      target,
      `  - { id: a, ask: hi, trials: 2, require: 1, expect: [answer: one] }
  - { id: b, conversation: [{ user: hi, expect: [answer: one] }, { user: more, expect: [answer: two] }] }
  - { id: c, ask: hi, expect: [answer: one] }`,
    );
    const { trials, record } = await runEval({ "a.suite.yml": suite, "answers.jsonl": answers });
    expect(trials).toMatchObject([
      {
        outcome: "pass",
        answer: "one",
        activeMs: 1200,
        costUsd: null,
        calls: [{ tool: "get_issue" }],
      },
      { outcome: "fail", answer: "uno" },
      { outcome: "pass", turns: 2, answer: "two" },
      {
        outcome: "suite_error",
        reason: 'answers.jsonl has no answer to case "c", trial 0, turn 1',
      },
    ]);
    expect(record.started.labels).toContain("recorded");
  });

  test.each<[string, string, RegExp]>([
    ["a key that does not exist", '{"case":"a","anwser":"x"}', /answers\.jsonl/],
    ["no JSON", "no JSON", /write one object a line: .{1,3}"case/],
    ["neither answer nor answers", '{"case":"a"}', /one of `answer` and `answers`/],
    ["two answers to the same", '{"case":"a","answer":"x"}\n{"case":"a","answer":"y"}', /already/],
    ["no file", "", /has no answer/],
  ])("%s", async (_, answers, message) => {
    const suite = suiteOf(target, "  - { id: a, ask: hi, expect: [answer: one] }");
    const run = runEval({ "a.suite.yml": suite, "answers.jsonl": answers });
    const error: unknown = await run.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(
      JSON.stringify(
        error,
        Object.getOwnPropertyNames(error ?? {}).concat(
          "errors",
          "place",
          "file",
          "message",
          "hint",
        ),
      ),
    ).toMatch(message);
  });

  test("what not every answer tells, no check can rely on", async () => {
    const suite = suiteOf(target, "  - { id: a, ask: hi, expect: [called: get_issue] }");
    const answers = lines({ case: "a", answer: "one" });
    const run = runEval({ "a.suite.yml": suite, "answers.jsonl": answers });
    await expect(run).rejects.toThrow(
      "called: the target (recorded) does not tell which tools it calls",
    );
  });
});

describe("chat", () => {
  const target = `target:
  chat:
    prompt: "You help with {{ issue.title }}.{% if current_file %} File: {{ current_file }}{% endif %}"
    context: { issue: { title: login }, current_file: { file: a.rb } }
    tools: [get_issue]
    max_tokens: 77
    temperature: 0.3
script: a.script.yml
tools: { get_issue: { returns: { id: 7 } } }`;

  /** The script, whose requests are kept. */
  const heard = (): { readonly client: ModelClient; readonly requests: JsonValue[] } => {
    const requests: JsonValue[] = [];
    const client: ModelClient = {
      id: "test/model",
      kind: "live",
      chat: (request) => {
        requests.push(JSON.parse(JSON.stringify(request)));
        const isFirst = requests.length === 1;
        return Promise.resolve({
          parts: isFirst
            ? [
                {
                  type: "tool_call",
                  id: "1",
                  name: "get_issue",
                  args: { issue_iid: 7, project_id: 1 },
                },
              ]
            : [{ type: "text", text: "one" }],
          stopReason: isFirst ? "tool_use" : "end_turn",
          usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
          servedModel: "m",
          firstTokenMs: 1,
          activeMs: 1,
          waitMs: 0,
          attempts: 1,
        });
      },
    };
    return { client, requests };
  };

  test("the context is in the prompt and beside the question, and tools are mocked", async () => {
    const { client, requests } = heard();
    const suite = suiteOf(
      target,
      `  - id: a
    continues: earlier.yml
    context: { inputs: { issue: { title: logout } } }
    conversation:
      - { user: /explain, expect: [called: get_issue, answer: one] }
      - { user: /help, expect: [answer: /troubleshoot, no_calls: true] }
    expect: [status: waiting_input, route: [chat, chat]]`,
    );
    const { trials } = await runEval(
      {
        "a.suite.yml": suite,
        "a.script.yml": script,
        "a.rb": "puts 1\n",
        "earlier.yml":
          "- { user: hi, assistant: hello, calls: [{ tool: get_issue, args: {}, result: { id: 1 } }] }\n",
      },
      { sources: { flags: { model: "test/model" } }, models: { "test/model": client } },
    );
    expect(trials).toMatchObject([{ outcome: "pass", replies: 2, turns: 2 }]);
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      maxTokens: 77,
      temperature: 0.3,
      system: [{ text: "You help with logout. File: puts 1" }, {}, {}],
      tools: [{ name: "get_issue" }],
      messages: [
        { role: "user", text: "hi" },
        { role: "assistant", parts: [{ name: "get_issue" }] },
        { role: "tool", content: '{"id":1}' },
        { role: "assistant", parts: [{ text: "hello" }] },
        {
          role: "user",
          text: expect.stringMatching(
            /\[current_file\]\nputs 1\n[\s\S]*\[issue\]\n\{"title":"logout"\}[\s\S]*Explain the code/,
          ),
        },
      ],
    });
  });

  test("a tool that writes is refused, and one that does not exist", async () => {
    const suite = suiteOf(
      target.replace("[get_issue]", "[create_issue, get_isue]"),
      "  - { id: a, ask: hi, expect: [answer: one] }",
    );
    const run = runEval({ "a.suite.yml": suite, "a.script.yml": script, "a.rb": "x" });
    await expect(run).rejects.toMatchObject({
      errors: [
        {
          code: "TARGET_INVALID",
          message: 'the tool "create_issue" writes, and a chat has only tools that read',
        },
        { code: "TOOL_UNKNOWN" },
      ],
    });
  });

  test("the commands are those of Duo Chat", () => {
    expect(classicCommands).toEqual(slashCommands);
  });
});

test("several targets run side by side, and none always goes first", async () => {
  const suite = `suite: one
targets:
  a: { flow: helper, version: 1.0.0 }
  b: { recorded: answers.jsonl }
script: a.script.yml
cases:
  - { id: x, ask: hi, trials: 4, expect: [answer: one] }
`;
  const project = {
    ...helperProject(suite, script),
    "answers.jsonl": '{"case":"x","answer":"one"}',
  };
  const { events, record } = await runEval(project, { concurrency: 1 });
  const order = events.flatMap((event) =>
    event.type === "trial_started" ? [`${event.trial}${event.target}`] : [],
  );
  const [first = ""] = order;
  const other =
    first === "0a"
      ? ["0b", "1b", "1a", "2a", "2b", "3b", "3a"]
      : ["0a", "1a", "1b", "2b", "2a", "3a", "3b"];
  expect(order.slice(1)).toEqual(other);
  expect(record.cases.map(({ target, outcome }) => [target, outcome])).toEqual([
    ["a", "pass"],
    ["b", "pass"],
  ]);
});
