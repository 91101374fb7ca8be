import { expect, test } from "vitest";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import { enclose } from "../judge-protocol/enclose.ts";
import { chatRequest, tool } from "../testing/chat-request.ts";
import { CassettePlayer, replayedModel } from "./player.ts";
import { CassetteRecorder } from "./recorder.ts";

const trial = { suite: "s", case: "c", target: "default", trial: 0, now: 0 };
const secret = "a-secret-of-the-environment";

function saying(text: string): ModelClient {
  const reply: ChatReply = {
    parts: [{ type: "text", text }],
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
    servedModel: "m",
    firstTokenMs: 1,
    activeMs: 1,
    waitMs: 1,
    attempts: 1,
  };
  return { id: "test/m", kind: "live", chat: () => Promise.resolve(reply) };
}

type Asked = readonly [request: ChatRequest, said: string];

async function recorded(asked: readonly Asked[]): Promise<CassettePlayer> {
  const redactor = createRedactor({ known: [secret] });
  const recorder = new CassetteRecorder(redactor);
  const tape = recorder.open(trial);
  for (const [request, said] of asked) await tape.client(saying(said)).chat(request);
  tape.finish();
  return new CassettePlayer(recorder.cassettes(), redactor);
}

async function answers(player: CassettePlayer, asked: readonly ChatRequest[]): Promise<unknown[]> {
  const client = player.open(trial).client(replayedModel("test/m"));
  const said: unknown[] = [];
  for (const request of asked) {
    said.push(
      await client.chat(request).then(
        ({ parts }) => (parts[0]?.type === "text" ? parts[0].text : undefined),
        (error: Error) => error.message,
      ),
    );
  }
  return said;
}

const base = chatRequest({ tools: [tool("get"), tool("put")], component: "a", temperature: 0 });
const schema = (property: string): ChatRequest["tools"] => [
  { ...tool("get"), inputSchema: { type: "object", properties: { [property]: {} } } },
];

test.each<[string, ChatRequest, ChatRequest, string]>([
  ["the same", base, base, "hi"],
  ["another trial number", base, { ...base, trial: 7 }, "hi"],
  [
    "a schema",
    { ...base, tools: schema("url") },
    { ...base, tools: schema("link") },
    'the schema of tool get: {"properties":{"[-url-]{+link+}":{}},"type":"object"}',
  ],
  [
    "a description",
    base,
    { ...base, tools: [{ ...tool("get"), description: "The best get." }, tool("put")] },
    "the description of tool get: The [-tool-]{+best+} get.",
  ],
  [
    "the order of tools",
    base,
    { ...base, tools: [tool("put"), tool("get")] },
    "the order of the tools: [-get, put-]{+put, get+}",
  ],
  ["a tool less", base, { ...base, tools: [tool("get")] }, "tool put is not offered any more"],
  ["a limit", base, { ...base, maxTokens: 999 }, "the limit of tokens: [-1000-]{+999+}"],
  ["a temperature", base, { ...base, temperature: 1 }, "the temperature: [-0-]{+1+}"],
  [
    "a component",
    base,
    { ...base, component: "b" },
    "the agent's b asks for the 1st time, and the cassette has nothing of it",
  ],
  [
    "a choice",
    base,
    { ...base, toolChoice: { type: "any" } },
    'the choice of tools: [-none-]{+{"type":"any"}+}',
  ],
])("%s: what a replay says", async (_, before, after, said) => {
  expect(await answers(await recorded([[before, "hi"]]), [after])).toEqual([
    expect.stringContaining(said),
  ]);
});

test("the same request again gets the next of its replies, in order, and no more than there were", async () => {
  const player = await recorded([
    [base, "one"],
    [base, "two"],
  ]);
  expect(await answers(player, [base, base, base])).toEqual([
    "one",
    "two",
    "the agent's a asks for the 3rd time, and the cassette has only 2 of its requests (s/c, trial 1)",
  ]);
});

test("of requests of one component that are made at the same time the order does not matter", async () => {
  const other = { ...base, messages: [{ role: "user", text: "other" } as const] };
  const player = await recorded([
    [base, "one"],
    [other, "two"],
  ]);
  expect(await answers(player, [other, base])).toEqual(["two", "one"]);
  expect(player.unused()).toEqual([]);
});

test("what is left over is told, unless something else was asked for", async () => {
  const player = await recorded([
    [base, "one"],
    [base, "two"],
  ]);
  expect(player.unused()).toMatchObject([{ replies: 2, isPlayed: false }]);
  await answers(player, [base]);
  expect(player.unused()).toMatchObject([{ replies: 1, isPlayed: true }]);
  await answers(player, [{ ...base, maxTokens: 1 }]);
  expect(player.unused()).toEqual([]);
});

test("a judge who is shown a secret is asked the same when the secret is gone", async () => {
  const shown = (text: string): ChatRequest =>
    chatRequest({ role: "judge", ask: `Answer:\n${enclose("answer", text)}\nDecide.` });
  const player = await recorded([[shown(`It is ${secret}.`), `It says ${secret}`]]);
  expect(await answers(player, [shown("It is [REDACTED].")])).toEqual(["It says [REDACTED]"]);
});
