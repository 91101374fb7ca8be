import { expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { StreamedReply } from "../streaming/reply-stream.ts";
import { ChunkCollector } from "./chunk-collector.ts";

const chunk = (delta: JsonObject, finish_reason: string | null = null): JsonObject => ({
  model: "m-2026-01-01",
  choices: [{ index: 0, delta, finish_reason }],
});
const says = (content: JsonValue): JsonObject => chunk({ content });
const calls = (...tool_calls: JsonValue[]): JsonObject => chunk({ tool_calls });
const begins = (index: number, id: string, name: string, args: JsonValue = ""): JsonObject => ({
  index,
  id,
  type: "function",
  function: { name, arguments: args },
});
const more = (index: number, args: string): JsonObject => ({
  index,
  function: { arguments: args },
});
const ends = (reason = "stop"): JsonObject => chunk({}, reason);
const counts = (usage: JsonObject): JsonObject => ({ choices: [], usage });
const some: JsonObject = { prompt_tokens: 10, completion_tokens: 5 };

function collect(
  chunks: readonly JsonObject[],
  { isDone = true, usedIds = [] as readonly string[] } = {},
): StreamedReply | undefined {
  const collector = new ChunkCollector(new Set(usedIds));
  for (const each of chunks) expect(collector.add(each)).toBeUndefined();
  if (isDone) collector.finish();
  return collector.reply();
}

test("text, calls, usage and the model that answered", () => {
  const chunks = [
    chunk({ role: "assistant", content: "" }),
    says("Hel"),
    says("lo"),
    says(null),
    calls(begins(0, "c1", "x")),
    calls(more(0, '{"q":')),
    calls(more(0, "1}"), begins(1, "c2", "y")),
    ends("tool_calls"),
    counts({ ...some, prompt_tokens_details: { cached_tokens: 4, cache_write_tokens: 1 } }),
  ];
  expect(collect(chunks)).toEqual({
    parts: [
      { type: "text", text: "Hello" },
      { type: "tool_call", id: "c1", name: "x", args: { q: 1 } },
      { type: "tool_call", id: "c2", name: "y", args: {} },
    ],
    stopReason: "tool_use",
    usage: { inputTokens: 5, outputTokens: 5, cacheReadTokens: 4, cacheWriteTokens: 1 },
    servedModel: "m-2026-01-01",
  });
});

test.each([
  ["stop", false, "end_turn"],
  ["stop", true, "tool_use"],
  ["tool_calls", true, "tool_use"],
  ["length", false, "max_tokens"],
  ["length", true, "max_tokens"],
  ["content_filter", false, "refusal"],
  ["a_new_reason", false, "a_new_reason"],
  ["constructor", false, "constructor"],
])("%s with a call: %s is %s", (reason, withCall, expected) => {
  const given = withCall ? [calls(begins(0, "c1", "x"))] : [says("a")];
  expect(collect([...given, ends(reason)])?.stopReason).toBe(expected);
});

test("a refusal in words is one", () => {
  expect(collect([chunk({ refusal: "I will not." }), ends()])).toMatchObject({
    parts: [{ text: "I will not." }],
    stopReason: "refusal",
  });
});

test.each<[string, JsonObject[], string[]]>([
  ["counted", [begins(0, "a", "x"), begins(1, "b", "y")], ["a x", "b y"]],
  ["all counted as 0", [begins(0, "a", "x"), begins(0, "b", "y")], ["a x", "b y"]],
  [
    "not counted",
    [
      { id: "a", function: { name: "x", arguments: "{" } },
      { function: { arguments: "}" } },
      { id: "b", function: { name: "y", arguments: "{}" } },
    ],
    ["a x", "b y"],
  ],
  ["that repeat id and name", [begins(0, "a", "x", "{"), begins(0, "a", "x", "}")], ["a x"]],
  ["told in turns", [begins(0, "a", "x"), begins(1, "b", "y"), more(0, "{}")], ["a x", "b y"]],
  ["without ids", [begins(0, "", "x"), begins(1, "", "y")], ["call_2 x", "call_3 y"]],
  ["with an id of an earlier call", [begins(0, "call_1", "x")], ["call_2 x"]],
  ["with the arguments as an object", [begins(0, "a", "x", { q: 1 })], ["a x"]],
])("calls %s", (_, deltas, expected) => {
  const reply = collect([...deltas.map((delta) => calls(delta)), ends("tool_calls")], {
    usedIds: ["call_1"],
  });
  const told = reply?.parts.map((part) =>
    part.type === "tool_call" ? `${part.id} ${part.name}` : part.type,
  );
  expect(told).toEqual(expected);
});

test.each([
  ['{"q": ', { type: "invalid_tool_call", raw: '{"q": ' }],
  ["[1]", { type: "invalid_tool_call", raw: "[1]" }],
  ["", { type: "tool_call", args: {} }],
  ['{"__proto__": {"a": 1}}', { type: "tool_call" }],
])("arguments %j", (args, expected) => {
  expect(collect([calls(begins(0, "c1", "x", args)), ends("tool_calls")])?.parts).toMatchObject([
    { id: "c1", name: "x", ...expected },
  ]);
  expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
});

test("thoughts are no part, but the first of what comes", () => {
  const collector = new ChunkCollector(new Set());
  collector.add(chunk({ role: "assistant", content: "" }));
  expect(collector.hasContent).toBe(false);
  collector.add(chunk({ reasoning_content: "hm" }));
  expect(collector.hasContent).toBe(true);
  expect(collector.words).toBe("");
  collector.add(ends());
  collector.finish();
  expect(collector.reply()?.parts).toEqual([]);
});

test.each([
  ["end and mark", [says("a"), ends()], true, true],
  ["end and usage, of a server without mark", [says("a"), ends(), counts(some)], false, true],
  ["end only", [says("a"), ends()], false, false],
  ["usage only", [says("a"), counts(some)], false, false],
  ["mark only", [says("a")], true, false],
  ["nothing", [], false, false],
])("with %s there is a reply: %s %s", (_, chunks, isDone, expected) => {
  expect(collect(chunks, { isDone }) !== undefined).toBe(expected);
});

test.each([
  ["content that is no text", says([{ type: "text", text: "a" }])],
  ["a call that is no object", calls("x")],
  ["it ends for the sake of calls, and holds none", ends("tool_calls")],
])("%s is refused", (problem, wrong) => {
  const collector = new ChunkCollector(new Set());
  expect(collector.add(wrong)).toBe(problem);
});

test("a call without a name is refused at the end", () => {
  const collector = new ChunkCollector(new Set());
  expect(collector.add(calls(more(0, "{}")))).toBeUndefined();
  expect(collector.add(ends("tool_calls"))).toBe("a call without a name");
});

test.each<[string, JsonObject, object]>([
  ["none", {}, { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0 }],
  ["nonsense", { prompt_tokens: "1", completion_tokens: -1 }, { inputTokens: 0, outputTokens: 0 }],
  [
    "more cached than there is",
    { ...some, prompt_tokens_details: { cached_tokens: 20 } },
    { inputTokens: 0, cacheReadTokens: 20 },
  ],
  ["details of null", { ...some, prompt_tokens_details: null }, { inputTokens: 10 }],
])("usage: %s", (_, usage, expected) => {
  expect(collect([says("a"), ends(), counts(usage)])?.usage).toMatchObject(expected);
});
