import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { ChatMessage, ChatReply, ReplyPart, ToolDefinition } from "../chat.ts";
import { chatRequest } from "../testing/chat-request.ts";
import type { Cassette } from "./cassette.ts";
import { parseCassette } from "./parse-cassette.ts";
import { CassetteRecorder } from "./recorder.ts";
import { writeCassette } from "./write-cassette.ts";

const reply: ChatReply = {
  parts: [{ type: "text", text: "hi" }],
  stopReason: "end_turn",
  usage: { inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 0 },
  servedModel: "m",
  requestId: "req_1",
  firstTokenMs: 5,
  activeMs: 7,
  waitMs: 9,
  attempts: 2,
};

interface Said {
  readonly messages: readonly ChatMessage[];
  readonly parts: readonly ReplyPart[];
  readonly tools?: readonly ToolDefinition[];
  readonly system?: string;
  readonly component?: string;
}

async function recorded(said: readonly Said[], number = 0): Promise<Cassette> {
  const recorder = new CassetteRecorder(createRedactor({ known: [] }));
  const tape = recorder.open({ suite: "s", case: "c", target: "default", trial: number, now: 0 });
  for (const { messages, parts, tools = [], system = "You help.", component = "a" } of said) {
    const client = tape.client({
      id: "test/m",
      kind: "live",
      chat: () => Promise.resolve({ ...reply, parts }),
    });
    await client.chat(chatRequest({ messages, tools, system: [{ text: system }], component }));
  }
  tape.finish();
  const [cassette] = recorder.cassettes();
  if (cassette === undefined) throw new Error("nothing was recorded");
  return cassette;
}

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("a\nb\n", "a: b", " x", "\r\n"),
);
const args = fc
  .dictionary(fc.oneof(texts, fc.constant("__proto__")), fc.jsonValue(), { maxKeys: 3 })
  .map((value) => ({ ...value, big: 2 ** 60 }));
const part = fc.oneof(
  texts.map((text): ReplyPart => ({ type: "text", text })),
  fc.tuple(texts, args).map(([name, value]): ReplyPart => {
    return { type: "tool_call", id: "x", name, args: JSON.parse(JSON.stringify(value)) };
  }),
  texts.map((raw): ReplyPart => ({ type: "invalid_tool_call", id: "x", name: "t", raw })),
);
const parts = fc.array(part, { minLength: 1, maxLength: 3 });
const message = fc.oneof(
  texts.map((text): ChatMessage => ({ role: "user", text })),
  parts.map((each): ChatMessage => ({ role: "assistant", parts: each })),
  fc.tuple(texts, fc.boolean()).map(([content, isError]): ChatMessage => {
    return { role: "tool", callId: "x", name: "t", content, isError };
  }),
);
const tool = fc
  .tuple(fc.constantFrom("t", "u", "__proto__"), texts)
  .map(([name, description]): ToolDefinition => ({
    name,
    description,
    inputSchema: { type: "object", properties: { [description]: {} } },
  }));
const said = fc.record({
  messages: fc.array(message, { maxLength: 4 }),
  parts,
  tools: fc.array(tool, { maxLength: 3 }),
  system: fc.oneof(
    texts,
    fc.constantFrom("<policy_0123456789abcdef>x</policy_0123456789abcdef>", "a {{ session }} b"),
  ),
  component: fc.constantFrom("a", "b", "__proto__"),
});

test("what is written is read as it was, and written the same again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 4 }), async (all) => {
      const cassette = await recorded(all);
      const text = writeCassette(cassette);
      const read = await parseCassette(text, "a.yml");
      expect(writeCassette(read)).toBe(text);
      const [trial] = cassette.trials;
      const calls = trial?.calls.toSorted((a, b) => {
        const [x, y] = [a.component ?? "", b.component ?? ""];
        return x === y ? 0 : x < y ? -1 : 1;
      });
      expect(JSON.stringify(read.trials[0]?.calls)).toBe(JSON.stringify(calls));
    }),
    { seed: 9, numRuns: 150 },
  );
});

const user = (text: string): ChatMessage => ({ role: "user", text });

test("a conversation is written once, and what requests share in one place", async () => {
  const first = { messages: [user("hello")], parts: reply.parts };
  const second = {
    messages: [user("hello"), { role: "assistant", parts: reply.parts } as const, user("more")],
    parts: [{ type: "text", text: "bye" }] as const,
  };
  const text = writeCassette(await recorded([first, second]));
  expect(text.match(/You help\./g)).toHaveLength(1);
  expect(text.match(/hello/g)).toHaveLength(1);
  expect(text.match(/\bhi\b/g)).toHaveLength(1);
  expect(text).not.toMatch(/req_1|active|first_token/u);
});

test("an edited reply is what later requests of the conversation hold", async () => {
  const cassette = await recorded([
    { messages: [user("hello")], parts: reply.parts },
    {
      messages: [user("hello"), { role: "assistant", parts: reply.parts }, user("more")],
      parts: [{ type: "text", text: "bye" }],
    },
  ]);
  const edited = writeCassette(cassette).replace("text: hi", "text: good day");
  const { trials } = await parseCassette(edited, "a.yml");
  expect(trials[0]?.calls[1]?.messages[1]).toEqual({
    role: "assistant",
    parts: [{ type: "text", text: "good day" }],
  });
});

const start = "cassette: s\nversion: 1\ntools: {}\nprompts: {p: [{text: hi}]}\n";
const one = "setups: {a: {prompt: p, max_tokens: 9}}\n";
const trial = (calls: string): string =>
  `trials: [{case: c, target: default, trial: 0, now: 2026-01-01T00:00:00.000Z, calls: [${calls}]}]\n`;
const said1 =
  "reply: {parts: [{text: hi}], stop: end_turn, served_model: m, usage: {input_tokens: 1, output_tokens: 1}}";
const call = (rest: string): string => `{role: agent, component: a, model: t/m, ${rest}, ${said1}}`;

test.each([
  ["fits", start + one + trial(call("setup: a, messages: [{role: user, text: x}]")), undefined],
  ["another version", "cassette: s\nversion: 2\n", "version"],
  ["an unknown key", `${start + one + trial("")}more: 1\n`, "more"],
  ["__proto__", `${start + one + trial("")}__proto__: {a: 1}\n`, "__proto__"],
  ["no setup", start + one + trial(call("setup: b, messages: []")), 'there is no setup "b"'],
  [
    "an inherited setup",
    start + one + trial(call("setup: constructor, messages: []")),
    'there is no setup "constructor"',
  ],
  [
    "no prompt",
    `${start}setups: {a: {prompt: toString, max_tokens: 9}}\n${trial("")}`,
    'there is no prompt "toString"',
  ],
  [
    "no tool",
    `${start}setups: {a: {prompt: p, max_tokens: 9, tools: [t]}}\n${trial("")}`,
    'there is no tool "t"',
  ],
  [
    "too much kept",
    start + one + trial(call("setup: a, keep: 3, messages: []")),
    "3 messages cannot be kept of 0",
  ],
  [
    "a reply before the first",
    start + one + trial(call("setup: a, messages: [{role: reply}]")),
    "there is no reply before this one",
  ],
  [
    "half a message",
    start + one + trial(call("setup: a, messages: [{role: tool, name: t}]")),
    "something of this message is missing",
  ],
  [
    "a truncated reply",
    (start + one + trial(call("setup: a, messages: []"))).replace("end_turn", "max_tokens"),
    "end_turn",
  ],
  [
    "half a call",
    (start + one + trial(call("setup: a, messages: []"))).replace(
      "parts: [{text: hi}]",
      "parts: [{call: t}]",
    ),
    "a part of this reply is incomplete",
  ],
  [
    "a trial twice",
    start + one + trial("").replace(/\[(\{.*\})\]/u, "[$1, $1]"),
    "stands here twice",
  ],
  ["no such day", start + one + trial("").replace("-01-01T", "-99-01T"), "is no time"],
  ["huge", `${start}# ${"x".repeat(5_000_000)}\n`, "limit"],
  [
    "aliases of aliases",
    `a: &a [x, x]\nb: &b [${"*a, ".repeat(9)}]\nc: &c [${"*b, ".repeat(99)}]\nd: &d [${"*c, ".repeat(99)}]\n`,
    "",
  ],
  ["deep", `a: ${"[".repeat(5_000)}\n`, ""],
])("a cassette by hand: %s", async (_, text, problem) => {
  const reading = parseCassette(text, "a.yml").then(
    () => undefined,
    (error: { readonly message: string; readonly errors?: readonly Error[] }) =>
      [error, ...(error.errors ?? [])]
        .map((each) => `${each.message} ${JSON.stringify(each)}`)
        .join("\n"),
  );
  const wrong = await reading;
  if (problem === undefined) expect(wrong).toBeUndefined();
  else expect(wrong).toContain(problem);
});
