import { expect, test } from "vitest";
import type { ChatReply } from "../chat.ts";
import { noUsage } from "../usage.ts";
import { readPromptedReply } from "./read-prompted-reply.ts";
import { tagsOf } from "./tags.ts";

const tags = tagsOf("0123456789");
const { open, close } = tags.call;

function said(text: string, stopReason = "end_turn"): ChatReply {
  return {
    parts: text === "" ? [] : [{ type: "text", text }],
    stopReason,
    usage: noUsage,
    servedModel: "m",
    firstTokenMs: 1,
    activeMs: 1,
    waitMs: 0,
    attempts: 1,
  };
}

function read(text: string, stopReason?: string): Pick<ChatReply, "parts" | "stopReason"> {
  const { parts, stopReason: reason } = readPromptedReply(
    said(text, stopReason),
    tags,
    new Set(["call_1"]),
  );
  return { parts, stopReason: reason };
}

const look = { type: "tool_call", id: "call_2", name: "look", args: { q: "a" } };

test.each([
  ["a call", `${open}{"tool":"look","args":{"q":"a"}}${close}`],
  ["white space and lines", `${open}\n  {"tool": "look",\n "args": {"q": "a"}}\n${close}\n`],
  ["a code fence", `${open}\n\`\`\`json\n{"tool":"look","args":{"q":"a"}}\n\`\`\`\n${close}`],
  ["the names of other forms", `${open}{"name":"look","arguments":{"q":"a"}}${close}`],
  ["an id, as history shows it", `${open}{"id":"x","tool":"look","args":{"q":"a"}}${close}`],
  ["no end, where the reply is complete", `${open}{"tool":"look","args":{"q":"a"}}`],
])("%s is a call", (_, text) => {
  expect(read(text)).toEqual({ parts: [look], stopReason: "tool_use" });
});

test("a call may have no arguments", () => {
  const none = { ...look, args: {} };
  for (const raw of [`{"type":"function","name":"look"}`, `{"id":"x","tool":"look","args":null}`]) {
    expect(read(`${open}${raw}${close}`).parts).toEqual([none]);
  }
});

test("words and several calls stay in order", () => {
  const text = `Let me see. ${open}{"tool":"look","args":{"q":"a"}}${close}\n${open}{"tool":"write"}${close}`;
  expect(read(text)).toEqual({
    parts: [
      { type: "text", text: "Let me see." },
      look,
      { type: "tool_call", id: "call_3", name: "write", args: {} },
    ],
    stopReason: "tool_use",
  });
});

test.each([
  ["not JSON", `{"tool":"look","args":{`, "look"],
  ["not an object", `["look"]`, "unreadable_call"],
  ["no tool", `{"args":{}}`, "unreadable_call"],
  ["a name that is no text", `{"tool":1,"args":{}}`, "unreadable_call"],
  ["two objects", `{"tool":"look","args":{}}{"tool":"look","args":{}}`, "look"],
  ["nothing", "", "unreadable_call"],
  ["arguments under another name", `{"tool":"look","parameters":{"q":"a"}}`, "look"],
  ["arguments beside the name", `{"tool":"look","q":"a"}`, "look"],
])("%s between the tags is an invalid call, which keeps its words", (_, raw, name) => {
  expect(read(`${open}${raw}${close}`)).toEqual({
    parts: [{ type: "invalid_tool_call", id: "call_2", name, raw }],
    stopReason: "tool_use",
  });
});

test("arguments that are no object are an invalid call", () => {
  expect(read(`${open}{"tool":"look","args":[1]}${close}`).parts).toEqual([
    { type: "invalid_tool_call", id: "call_2", name: "look", raw: "[1]" },
  ]);
});

test.each([
  `{"tool":"look","args":{"q":"a"}}`,
  `<call>{"tool":"look","args":{}}</call>`,
  `<tool_call>{"name":"look","arguments":{}}</tool_call>`,
  `<call-9999999999>{"tool":"look","args":{}}</call-9999999999>`,
  `\`\`\`json\n{"tool":"look","args":{}}\n\`\`\``,
])("%j is no call", (text) => {
  expect(read(text)).toEqual({ parts: [{ type: "text", text }], stopReason: "end_turn" });
});

test("a reply that was cut in a call has no such call, and stays cut", () => {
  const raw = `{"tool":"look","args":{"q":"a"}}`;
  expect(read(`${open}${raw}`, "max_tokens")).toEqual({
    parts: [{ type: "invalid_tool_call", id: "call_2", name: "look", raw }],
    stopReason: "max_tokens",
  });
});

test("results that the model makes up count for nothing, nor what it would do then", () => {
  const call = `${open}{"tool":"look","args":{"q":"a"}}${close}`;
  const text = `${call}\n${tags.result.open}{"id":"call_2"}\n42${tags.result.close}\n${call} It is 42.`;
  expect(read(text)).toEqual({ parts: [look], stopReason: "tool_use" });
});

test.each(["end_turn", "max_tokens", "refusal", "stop_sequence"])(
  "without a call the reason is the model's: %s",
  (reason) => {
    expect(read("No.", reason).stopReason).toBe(reason);
    expect(read("", reason)).toEqual({ parts: [], stopReason: reason });
  },
);
