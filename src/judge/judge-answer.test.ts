import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../core/json.ts";
import { type ChatReply, judgeProtocol, type ModelClient, ModelError } from "../model/index.ts";
import type { JudgeCall } from "./ask-with-repair.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { JudgeInput } from "./judge-input.ts";
import { cannedCall, cannedReply, cannedUsage, judgeOf, promptOf } from "./testing/canned-judge.ts";
import type { Judgment } from "./verdict.ts";

const usage = cannedUsage;
const input: JudgeInput = {
  question: ["How many open issues does shop/web have?"],
  answer: "There are **42** open issues.",
  calls: [
    {
      tool: "run_glql_query",
      args: { query: 'state = opened and project = "shop/web"' },
      result: '{"count": 42}',
      isError: false,
    },
  ],
  criteria: ["The answer says that there are 42 open issues", "No issue is created"],
};
const good: readonly JsonObject[] = [
  { criterion: 1, evidence: "There are 42 open issues", reasoning: "It says so.", verdict: "met" },
  { criterion: 2, evidence: "", reasoning: "No such call.", verdict: "met" },
];

function entry(criterion: number, change: JsonObject): JsonObject {
  return { ...good[criterion - 1], ...change };
}

function verdicts(value: JsonValue, name?: string): ChatReply {
  return cannedCall({ verdicts: value }, name);
}

async function judged(client: ModelClient, about: Partial<JudgeInput> = {}): Promise<Judgment> {
  return judgeAnswer({ ...input, ...about }, client, {
    trial: 3,
    hash: (text) => `h${text.length}`,
  });
}

test("verdicts come back in the order of the criteria, with usage and fingerprint", async () => {
  const { client, requests } = judgeOf(verdicts(good.toReversed()));
  const judgment = await judged(client);
  expect(judgment).toMatchObject({ type: "verdicts", verdicts: good, usage });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    role: "judge",
    temperature: 0,
    trial: 3,
    toolChoice: { type: "tool", name: "record_verdicts" },
  });
});

test("the record stands between markers, the criteria and the instruction after it", async () => {
  const { client, requests } = judgeOf(verdicts(good));
  await judged(client);
  const text = promptOf(requests[0]);
  expect(judgeProtocol.readEnclosed("answer", text)).toBe(input.answer);
  expect(judgeProtocol.readEnclosed("question", text)).toBe(input.question[0]);
  expect(judgeProtocol.readEnclosed("result of call 1", text)).toBe('{"count": 42}');
  expect(text).toContain("2. No issue is created");
  expect(text.indexOf("2. No issue is created")).toBeGreaterThan(text.indexOf("</answer-"));
  expect(text.endsWith("with one entry for each.")).toBe(true);
});

test.each<[string, readonly JsonValue[], string]>([
  ["a criterion is left out", [good[0] ?? {}], "criterion 2 has no verdict"],
  ["one has two verdicts", [...good, entry(1, {})], "criterion 1 has more than one verdict"],
  ["one does not exist", [...good, entry(1, { criterion: 3 })], "there is no criterion 3"],
  ["a number is a text", [entry(1, { criterion: "1" }), good[1] ?? {}], "must be the number"],
  [
    "a verdict is none",
    [entry(1, { verdict: "yes" }), good[1] ?? {}],
    "met, not_met or cannot_tell",
  ],
  [
    "a verdict is missing",
    [{ criterion: 1, evidence: "", reasoning: "" }, good[1] ?? {}],
    "verdict",
  ],
  ["reasoning is missing", [entry(1, { reasoning: null }), good[1] ?? {}], "`reasoning` must be"],
  ["there is more in it", [entry(1, { score: 1 }), good[1] ?? {}], "unknown fields: score"],
  ["an entry is a text", ["met", good[1] ?? {}], "must be an object"],
  ["it quotes nothing", [entry(1, { evidence: "" }), good[1] ?? {}], "needs evidence"],
  ["it quotes an ellipsis", [entry(1, { evidence: "… '' …" }), good[1] ?? {}], "needs evidence"],
  ["it quotes a word", [entry(1, { evidence: "There" }), good[1] ?? {}], "too short"],
  ["it quotes many words", [entry(1, { evidence: "are … open … 42" }), good[1] ?? {}], "too short"],
  ["it cuts a word", [entry(1, { evidence: "There are 42 op" }), good[1] ?? {}], "does not say"],
  ["it cuts a number", [entry(1, { evidence: "There are 4" }), good[1] ?? {}], "does not say"],
  [
    "it quotes the question only",
    [entry(1, { evidence: "How many open issues" }), good[1] ?? {}],
    "the question says nothing",
  ],
  [
    "it quotes a result for what is said of the answer",
    [entry(1, { evidence: '"count": 42' }), good[1] ?? {}],
    "nothing is quoted from the answer",
  ],
  ["it makes a quote up", [entry(1, { evidence: "There are 43" }), good[1] ?? {}], "does not say"],
  ["half is made up", [entry(1, { evidence: "There are … 43" }), good[1] ?? {}], '"43"'],
  [
    "it quotes a criterion",
    [entry(2, { evidence: "No issue is created" }), good[0] ?? {}],
    "not say",
  ],
])("it must repair when %s", async (_, wrong, complaint) => {
  const { client, requests } = judgeOf(verdicts(wrong), verdicts(good));
  const judgment = await judged(client);
  expect(judgment).toMatchObject({
    type: "verdicts",
    verdicts: good,
    usage: { inputTokens: 20, outputTokens: 10 },
  });
  const [, assistant, result] = requests[1]?.messages ?? [];
  expect(assistant?.role).toBe("assistant");
  expect(result).toMatchObject({ role: "tool", callId: "c1", isError: true });
  expect(result?.role === "tool" ? result.content : "").toContain(complaint);
});

test.each<[string, JsonObject]>([
  ["not_met without a quote", { verdict: "not_met", evidence: "" }],
  ["cannot_tell without a quote", { verdict: "cannot_tell", evidence: "" }],
  [
    "not_met with a quote of the question",
    { verdict: "not_met", evidence: "How many open issues" },
  ],
  ["a quote of answer and result", { evidence: 'There are 42 … "count": 42' }],
  ["a quote of question and answer", { evidence: "How many … There are 42 open" }],
])("%s needs no repair", async (_, change) => {
  const { client, requests } = judgeOf(verdicts([entry(1, change), good[1] ?? {}]));
  expect((await judged(client)).type).toBe("verdicts");
  expect(requests).toHaveLength(1);
});

test("arguments that are no JSON may be repaired", async () => {
  const broken = cannedReply([
    { type: "invalid_tool_call", id: "c1", name: judgeProtocol.toolName, raw: '{"verdicts":' },
  ]);
  const { client } = judgeOf(broken, verdicts(good));
  expect((await judged(client)).type).toBe("verdicts");
});

test.each<[string, readonly ChatReply[], string]>([
  ["refuses", [cannedReply([{ type: "text", text: "I cannot." }], "refusal")], "refused"],
  ["is cut", [cannedReply(verdicts(good).parts, "max_tokens")], "cut at the token limit"],
  [
    "only writes",
    [cannedReply([{ type: "text", text: JSON.stringify(good) }], "end_turn")],
    "call the tool",
  ],
  ["calls another tool", [verdicts(good, "record_verdict")], "does not exist"],
  ["calls twice", [cannedReply([...verdicts(good).parts, ...verdicts(good).parts])], "2 calls"],
  ["says nothing", [cannedReply([], "end_turn")], "did not call"],
  ["repairs nothing", [verdicts([]), verdicts([])], "also after a repair: criterion 1 has no"],
  ["breaks down in the repair", [verdicts([]), cannedReply([], "end_turn")], "did not call"],
])("a judge that %s is no judge", async (_, replies, reason) => {
  const { client } = judgeOf(...replies);
  const judgment = await judged(client);
  expect(judgment).toMatchObject({ type: "error", cause: "judge" });
  expect(judgment.type === "error" ? judgment.message : "").toContain(reason);
  expect(judgment.usage.inputTokens).toBe(10 * replies.length);
});

describe("errors of the provider", () => {
  const overloaded = new ModelError("MODEL_OVERLOADED", "529 from the provider", {
    retryable: true,
  });
  const refused = new ModelError("MODEL_KEY_REFUSED", "401", { retryable: false, status: 401 });

  test("missing data, with what was already paid for", async () => {
    const { client } = judgeOf(verdicts([]), overloaded);
    expect(await judged(client)).toEqual({
      type: "error",
      cause: "infra",
      message: "judge: 529 from the provider",
      usage,
      fingerprint: expect.any(String),
    });
  });

  test.each([refused, new Error("a defect")])("%s is not swallowed", async (error) => {
    const { client } = judgeOf(error);
    await expect(judged(client)).rejects.toBe(error);
  });

  test("an abort is not an answer", async () => {
    const controller = new AbortController();
    controller.abort();
    const { client } = judgeOf(overloaded);
    const options = { trial: 0, hash: String, signal: controller.signal };
    await expect(judgeAnswer(input, client, options)).rejects.toBe(overloaded);
  });

  test("every request is reported, failed ones too", async () => {
    const calls: JudgeCall[] = [];
    const { client } = judgeOf(verdicts([]), overloaded);
    const onModelCalled = (call: JudgeCall): void => void calls.push(call);
    await judgeAnswer(input, client, { trial: 0, hash: String, onModelCalled });
    expect(calls.map((call) => Object.keys(call).toSorted())).toEqual([
      ["model", "reply", "request"],
      ["error", "model", "request"],
    ]);
  });
});

async function fingerprintOf(about: Partial<JudgeInput>, id = "test/judge"): Promise<string> {
  const { client } = judgeOf(verdicts(good));
  const judge = { ...client, id };
  const judgment = await judgeAnswer({ ...input, ...about }, judge, { trial: 0, hash: String });
  return judgment.type === "verdicts" ? judgment.fingerprint : "";
}

test("the fingerprint changes with the model and the criteria, not with the answer", async () => {
  const base = await fingerprintOf({});
  expect(base).not.toBe("");
  expect(await fingerprintOf({ answer: "There are 42 open issues, really." })).toBe(base);
  expect(await fingerprintOf({}, "test/other")).not.toBe(base);
  const criteria = ["The answer says 42", "No issue is created"];
  expect(await fingerprintOf({ criteria })).not.toBe(base);
});

test("nothing to judge is a defect of the caller", async () => {
  await expect(judged(judgeOf().client, { criteria: [] })).rejects.toThrow(RangeError);
});
