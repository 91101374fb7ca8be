import { describe, expect, test } from "vitest";
import type { ChatMessage, ChatRequest } from "../chat.ts";
import { called, chatRequest, result, tool } from "../testing/chat-request.ts";
import { asMessagesBody } from "./as-messages-body.ts";
import { completionsTraits } from "./completions-traits.ts";
import { readCompletionsBody } from "./read-body/read-completions-body.ts";
import { toCompletionsBody } from "./to-completions-body.ts";

const own = completionsTraits("m", "http://localhost/v1");
const bodyOf = (request: Partial<ChatRequest> & { ask?: string }) =>
  toCompletionsBody(chatRequest(request), "m", own);
const user = (text: string): ChatMessage => ({ role: "user", text });
const assistant = (text: string): ChatMessage => ({
  role: "assistant",
  parts: [{ type: "text", text }],
});
const sent = (id: string, args = "{}"): object => ({
  id,
  type: "function",
  function: { name: "look", arguments: args },
});

test.each<[string, readonly ChatMessage[], readonly object[]]>([
  ["a text", [user("a")], [{ role: "user", content: "a" }]],
  [
    "several texts",
    [user("a"), user(" "), user("b")],
    [
      {
        role: "user",
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b" },
        ],
      },
    ],
  ],
  [
    "a call and its result, and what the user says to it",
    [user("a"), called("c1", "look", "Hm."), user("b"), result("c1", "1", true)],
    [
      { role: "user", content: "a" },
      { role: "assistant", content: "Hm.", tool_calls: [sent("c1")] },
      { role: "tool", tool_call_id: "c1", content: "1" },
      { role: "user", content: "b" },
    ],
  ],
  [
    "a call without text",
    [user("a"), called("c1", "look"), result("c1", "")],
    [
      { role: "user", content: "a" },
      { role: "assistant", content: null, tool_calls: [sent("c1")] },
      { role: "tool", tool_call_id: "c1", content: "" },
    ],
  ],
  [
    "an earlier call that could not be read",
    [
      user("a"),
      {
        role: "assistant",
        parts: [{ type: "invalid_tool_call", id: "c1", name: "look", raw: "{" }],
      },
      result("c1", "wrong"),
    ],
    [
      { role: "user", content: "a" },
      { role: "assistant", content: null, tool_calls: [sent("c1")] },
      { role: "tool", tool_call_id: "c1", content: "wrong" },
    ],
  ],
  [
    "an answer between",
    [user("a"), assistant("b"), assistant(" "), user("c")],
    [
      { role: "user", content: "a" },
      { role: "assistant", content: "b" },
      { role: "user", content: "c" },
    ],
  ],
])("%s", (_, messages, expected) => {
  const body = bodyOf({ messages });
  expect(body.messages).toEqual(expected);
  expect(readCompletionsBody(body)).toMatchObject({ ok: true });
});

test("an answer at the end is told as an earlier one, and a script sees it as it was", () => {
  const body = bodyOf({ messages: [user("a"), assistant("b")] });
  expect(body.messages).toHaveLength(1);
  expect(JSON.stringify(body.messages)).toContain("Earlier assistant message");
  expect(asMessagesBody(body).messages).toHaveLength(1);
});

test("the system's texts are one message at the beginning", () => {
  const system = [{ text: "Be brief.", cache: true }, { text: " " }, { text: "Be kind." }];
  expect(bodyOf({ system }).messages[0]).toEqual({
    role: "system",
    content: "Be brief.\nBe kind.",
  });
  expect(bodyOf({ system: [{ text: " " }] }).messages).toHaveLength(1);
});

test.each([
  [undefined, undefined],
  [{ type: "auto" }, "auto"],
  [{ type: "any" }, "required"],
  [
    { type: "tool", name: "look" },
    { type: "function", function: { name: "look" } },
  ],
] as const)("the choice %j is %j, where there are tools", (toolChoice, expected) => {
  const request = toolChoice === undefined ? {} : { toolChoice };
  expect(bodyOf({ ...request, tools: [tool("look")] }).tool_choice).toEqual(expected);
  expect(bodyOf(request)).not.toHaveProperty("tool_choice");
  expect(bodyOf(request)).not.toHaveProperty("tools");
});

test("a tool, and where to stop", () => {
  const body = bodyOf({ tools: [tool("look")], stop: ["END"] });
  expect(body.tools).toEqual([
    {
      type: "function",
      function: { name: "look", description: "The tool look.", parameters: { type: "object" } },
    },
  ]);
  expect(body.stop).toEqual(["END"]);
  expect(bodyOf({ stop: [] })).not.toHaveProperty("stop");
});

describe("what is known of a model", () => {
  const openAi = "https://api.openai.com/v1";
  test.each([
    ["gpt-4o", openAi, "max_completion_tokens", true],
    ["gpt-5-mini", openAi, "max_completion_tokens", false],
    ["gpt-5.2", openAi, "max_completion_tokens", false],
    ["gpt-5-chat-latest", openAi, "max_completion_tokens", true],
    ["o3", openAi, "max_completion_tokens", false],
    ["omni", openAi, "max_completion_tokens", true],
    ["o3", "https://llm.example/v1", "max_tokens", true],
    ["gpt-5", "https://openai.com.example/v1", "max_tokens", true],
    ["gpt-5", "https://a.openai.azure.com/openai/v1", "max_completion_tokens", false],
  ])("%s at %s: %s, temperature %s", (model, url, lengthKey, temperature) => {
    const traits = completionsTraits(model, url);
    expect(traits).toEqual({ lengthKey, temperature });
    const body = toCompletionsBody(chatRequest({ temperature: 0 }), model, traits);
    expect(body[traits.lengthKey]).toBe(1000);
    expect(Object.hasOwn(body, "temperature")).toBe(temperature);
  });
});
