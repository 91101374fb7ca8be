import { expect, test } from "vitest";
import type { ChatMessage, ChatRequest } from "../chat.ts";
import { called, chatRequest, result, tool } from "../testing/chat-request.ts";
import type { MessagesBody } from "./messages-body.ts";
import { readMessagesBody } from "./read-body/read-messages-body.ts";
import { toMessagesBody } from "./to-messages-body.ts";

const newer = "claude-sonnet-5";
const user = (text: string): ChatMessage => ({ role: "user", text });
const says = (...texts: string[]): ChatMessage => ({
  role: "assistant",
  parts: texts.map((text) => ({ type: "text", text })),
});
const text = (content: string) => ({ type: "text", text: content });
const messagesOf = (messages: readonly ChatMessage[], model = newer) =>
  toMessagesBody(chatRequest({ messages }), model).messages;

test("a whole request", () => {
  const request: ChatRequest = {
    role: "agent",
    system: [{ text: "Be brief.", cache: true }, { text: " \n" }, { text: "Today is Friday." }],
    messages: [user("How many?")],
    tools: [{ name: "count", description: "Counts.", inputSchema: { type: "object" } }],
    toolChoice: { type: "any" },
    maxTokens: 64,
    temperature: 0,
    stop: ["END"],
    trial: 3,
  };
  expect(toMessagesBody(request, "claude-sonnet-4-6")).toEqual({
    model: "claude-sonnet-4-6",
    max_tokens: 64,
    temperature: 0,
    stop_sequences: ["END"],
    system: [
      { ...text("Be brief."), cache_control: { type: "ephemeral" } },
      text("Today is Friday."),
    ],
    messages: [{ role: "user", content: [text("How many?")] }],
    tools: [{ name: "count", description: "Counts.", input_schema: { type: "object" } }],
    tool_choice: { type: "any" },
  });
});

test("what is not asked for is not sent", () => {
  const body = toMessagesBody(chatRequest({ stop: [], toolChoice: { type: "auto" } }), newer);
  expect(Object.keys(body)).toEqual(["model", "max_tokens", "messages"]);
});

test.each([
  ["claude-sonnet-4-6", 0],
  ["claude-opus-4-7", undefined],
  ["claude-sonnet-5", undefined],
])("%s gets temperature %s", (model, temperature) => {
  expect(toMessagesBody(chatRequest({ temperature: 0 }), model).temperature).toBe(temperature);
});

const choices: readonly (readonly [
  ChatRequest["toolChoice"],
  string,
  MessagesBody["tool_choice"],
])[] = [
  [{ type: "auto" }, newer, { type: "auto" }],
  [{ type: "any" }, newer, { type: "any" }],
  [{ type: "tool", name: "a" }, newer, { type: "tool", name: "a" }],
  [{ type: "tool", name: "a" }, "claude-opus-5-5", { type: "auto" }],
  [{ type: "any" }, "claude-fable-5-2", { type: "auto" }],
  [undefined, newer, undefined],
];
test.each(choices)("the choice %j for %s", (toolChoice, model, expected) => {
  const request = { ...chatRequest({ tools: [tool("a")] }), ...(toolChoice && { toolChoice }) };
  expect(toMessagesBody(request, model).tool_choice).toEqual(expected);
});

test("messages of user and tools are merged, results first", () => {
  const messages = [
    user("a"),
    user("b"),
    called("c1", "x", "Let me see."),
    user("still there?"),
    result("c1", "42"),
    user("and?"),
  ];
  expect(messagesOf(messages)).toEqual([
    { role: "user", content: [text("a"), text("b")] },
    {
      role: "assistant",
      content: [text("Let me see."), { type: "tool_use", id: "c1", name: "x", input: {} }],
    },
    {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: "c1", content: "42" },
        text("still there?"),
        text("and?"),
      ],
    },
  ]);
});

test("only an error is marked as one, and empty content is left out", () => {
  const messages = [user("a"), called("c1", "x"), result("c1", "", true)];
  expect(messagesOf(messages)[2]?.content).toEqual([
    { type: "tool_result", tool_use_id: "c1", is_error: true },
  ]);
});

test("a call whose arguments were not JSON keeps its id", () => {
  const messages: ChatMessage[] = [
    user("a"),
    { role: "assistant", parts: [{ type: "invalid_tool_call", id: "c1", name: "x", raw: "{" }] },
    result("c1", "not JSON"),
  ];
  expect(messagesOf(messages)[1]?.content).toEqual([
    { type: "tool_use", id: "c1", name: "x", input: {} },
  ]);
});

test("empty texts are dropped, and messages that become empty with them", () => {
  const messages = [user("a"), says("", " \n"), user(""), user("b"), says("ok", ""), user("c")];
  expect(messagesOf(messages)).toEqual([
    { role: "user", content: [text("a"), text("b")] },
    { role: "assistant", content: [text("ok")] },
    { role: "user", content: [text("c")] },
  ]);
});

test("a last message of the assistant becomes the user's where there is no prefill", () => {
  const earlier = text("[Earlier assistant message, given as context]\nDone.\n");
  expect(messagesOf([user("a"), says("Done", ".\n")])).toEqual([
    { role: "user", content: [text("a"), earlier] },
  ]);
  expect(messagesOf([says("Done.\n")])).toEqual([{ role: "user", content: [earlier] }]);
});

test("a last message of the assistant stays where there is prefill, without white space at its end", () => {
  expect(messagesOf([user("a"), says("Done", ".\n")], "claude-haiku-4-5")).toEqual([
    { role: "user", content: [text("a")] },
    { role: "assistant", content: [text("Done.")] },
  ]);
});

test.each([newer, "claude-haiku-4-5", "claude-sonnet-4-6"])(
  "what %s is sent is what the API takes",
  (model) => {
    const request = chatRequest({
      temperature: 0,
      tools: [tool("x")],
      toolChoice: { type: "any" },
      messages: [user("a"), called("c1", "x"), user("b"), result("c1", ""), says("Done. ")],
    });
    expect(readMessagesBody(toMessagesBody(request, model))).toMatchObject({ ok: true });
  },
);
