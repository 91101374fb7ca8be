import { expect, test } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import type { StreamedReply } from "../streaming/reply-stream.ts";
import { ReplyCollector } from "./reply-collector.ts";

const start = (usage: JsonObject = { input_tokens: 10, output_tokens: 1 }): JsonObject => ({
  type: "message_start",
  message: { model: "claude-x", usage },
});
const open = (index: number, content_block: JsonObject): JsonObject => ({
  type: "content_block_start",
  index,
  content_block,
});
const delta = (index: number, text: string): JsonObject => ({
  type: "content_block_delta",
  index,
  delta: { type: "text_delta", text },
});
const json = (index: number, partial_json: string): JsonObject => ({
  type: "content_block_delta",
  index,
  delta: { type: "input_json_delta", partial_json },
});
const close = (index: number): JsonObject => ({ type: "content_block_stop", index });
const end = (stop_reason = "end_turn", usage: JsonObject = { output_tokens: 5 }): JsonObject => ({
  type: "message_delta",
  delta: { stop_reason },
  usage,
});
const stop: JsonObject = { type: "message_stop" };
const textBlock: JsonObject = { type: "text", text: "" };
const toolBlock: JsonObject = { type: "tool_use", id: "c1", name: "x", input: {} };

function collect(events: readonly JsonObject[]): StreamedReply | undefined {
  const collector = new ReplyCollector();
  for (const event of events) expect(collector.add(event)).toBeUndefined();
  return collector.reply();
}
/** JSON of lists in an object, so many levels deep. */
const nested = (levels: number): string =>
  `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
const partsOf = (...events: JsonObject[]) => collect([start(), ...events, end(), stop])?.parts;

test("text and calls", () => {
  const events = [
    start(),
    { type: "ping" },
    open(0, textBlock),
    delta(0, "Hel"),
    delta(0, "lo"),
    close(0),
    open(1, toolBlock),
    json(1, ""),
    json(1, '{"q":'),
    json(1, "1}"),
    close(1),
    end("tool_use"),
    stop,
  ];
  expect(collect(events)).toEqual({
    parts: [
      { type: "text", text: "Hello" },
      { type: "tool_call", id: "c1", name: "x", args: { q: 1 } },
    ],
    stopReason: "tool_use",
    usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 },
    servedModel: "claude-x",
  });
});

test("blocks that are told in turns", () => {
  expect(
    partsOf(
      open(0, textBlock),
      open(1, textBlock),
      delta(1, "b"),
      delta(0, "a"),
      close(1),
      close(0),
    ),
  ).toEqual([
    { type: "text", text: "a" },
    { type: "text", text: "b" },
  ]);
});

test.each([
  ["no deltas", [], { type: "tool_call", args: {} }],
  ["an empty delta", [""], { type: "tool_call", args: {} }],
  ["half an object", ['{"q": '], { type: "invalid_tool_call", raw: '{"q": ' }],
  ["no JSON", ["q=1"], { type: "invalid_tool_call", raw: "q=1" }],
  ["a list", ["[1]"], { type: "invalid_tool_call", raw: "[1]" }],
  ["null", ["null"], { type: "invalid_tool_call", raw: "null" }],
  ["__proto__", ['{"__proto__": {"a": 1}}'], { type: "tool_call" }],
  ["deep arguments", [nested(480)], { type: "tool_call" }],
  ["too deep arguments", [nested(481)], { type: "invalid_tool_call", raw: nested(481) }],
  ["arguments deeper than any stack", [nested(100_000)], { type: "invalid_tool_call" }],
])("arguments from %s", (_, pieces, expected) => {
  const deltas = pieces.map((piece) => json(0, piece));
  expect(partsOf(open(0, toolBlock), ...deltas, close(0))).toMatchObject([
    { id: "c1", name: "x", ...expected },
  ]);
  expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
});

test("thinking and unknown blocks are no part, empty text neither", () => {
  expect(
    partsOf(
      open(0, { type: "thinking", thinking: "" }),
      { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking: "hm" } },
      close(0),
      open(1, textBlock),
      close(1),
      open(2, { type: "a_new_block" }),
      close(2),
    ),
  ).toEqual([]);
});

test("unknown events say nothing", () => {
  expect(partsOf({ type: "a_new_event" }, {}, open(0, textBlock), delta(0, "a"), close(0))).toEqual(
    [{ type: "text", text: "a" }],
  );
});

test("the last count of tokens holds", () => {
  const first = { input_tokens: 10, cache_read_input_tokens: 3, cache_creation_input_tokens: 4 };
  const last = { output_tokens: 7, input_tokens: 11, cache_read_input_tokens: null };
  expect(collect([start(first), end("end_turn", last), stop])?.usage).toEqual({
    inputTokens: 11,
    outputTokens: 7,
    cacheReadTokens: 3,
    cacheWriteTokens: 4,
  });
});

test.each([
  ["only usage", { type: "message_delta", usage: { output_tokens: 9 } }],
  ["an empty delta", { type: "message_delta", delta: {}, usage: { output_tokens: 9 } }],
  [
    "a reason of null",
    { type: "message_delta", delta: { stop_reason: null }, usage: { output_tokens: 9 } },
  ],
])("a second end with %s keeps the reason and takes the count", (_, second: JsonObject) => {
  const events = [start(), open(0, textBlock), delta(0, "a"), close(0), end("max_tokens")];
  expect(collect([...events, second, stop])).toMatchObject({
    stopReason: "max_tokens",
    usage: { outputTokens: 9 },
  });
});

const whole = [start(), open(0, textBlock), delta(0, "a"), close(0), end(), stop];
test.each([
  ["the start", 0],
  ["the end of a block", 3],
  ["the reason", 4],
  ["the last event", 5],
])("without %s there is no reply", (_, missing) => {
  expect(collect(whole)).toBeDefined();
  expect(collect(whole.filter((_event, index) => index !== missing))).toBeUndefined();
});

test.each([
  ["a second start", [start(), start()]],
  ["a start without message", [{ type: "message_start" }]],
  ["a block without index", [open(0, textBlock), { type: "content_block_start" }]],
  ["a second block 0", [open(0, textBlock), open(0, textBlock)]],
  ["a delta of no block", [delta(0, "a")]],
  ["a delta of no block", [open(0, textBlock), close(0), delta(0, "a")]],
  ["the end of no block", [open(0, textBlock), close(0), close(0)]],
])("%s is refused", (problem, events) => {
  const collector = new ReplyCollector();
  const problems = events.map((event) => collector.add(event));
  expect(problems.at(-1)).toBe(problem);
});
