import { describe, expect, test } from "vitest";
import { readCompletionsBody } from "./read-completions-body.ts";

const good = { model: "m", messages: [{ role: "user", content: "Hello" }] };
const call = { id: "c1", type: "function", function: { name: "look", arguments: "{}" } };
const calling = { role: "assistant", content: null, tool_calls: [call] };
const result = { role: "tool", tool_call_id: "c1", content: "1" };
const [user] = good.messages;
const offered = { type: "function", function: { name: "look", parameters: { type: "object" } } };

const problemOf = (body: unknown): string => {
  const reading = readCompletionsBody(body);
  return reading.ok ? "" : reading.message;
};

test.each<[string, object]>([
  ["the least", good],
  ["an answer between", { ...good, messages: [user, { role: "assistant", content: "a" }, user] }],
  ["a system's text", { ...good, messages: [{ role: "developer", content: "a" }, user] }],
  ["parts", { ...good, messages: [{ role: "user", content: [{ type: "text", text: "a" }] }] }],
  ["a call and its result", { ...good, messages: [user, calling, result] }],
  [
    "two calls, answered in another order",
    {
      ...good,
      messages: [
        user,
        { role: "assistant", tool_calls: [call, { ...call, id: "c2" }] },
        { ...result, tool_call_id: "c2" },
        result,
        user,
      ],
    },
  ],
  ["tools", { ...good, tools: [offered], tool_choice: "required" }],
  [
    "a forced tool",
    { ...good, tools: [offered], tool_choice: { type: "function", function: { name: "look" } } },
  ],
  [
    "a stream",
    {
      ...good,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 1,
      temperature: 0,
    },
  ],
  ["where to stop", { ...good, stop: ["a", "b"], max_completion_tokens: 5 }],
])("%s is taken", (_, body) => {
  expect(problemOf(body)).toBe("");
});

describe("refused", () => {
  const tools = (tool: object): object => ({ ...good, tools: [tool] });
  const named = (fields: object): object => tools({ ...offered, function: fields });
  const messages = (...list: unknown[]): object => ({ ...good, messages: list });

  test.each<[string, unknown, string]>([
    ["no object", [], "We could not parse"],
    ["no model", { messages: good.messages }, "you must provide a model"],
    ["a model that is a number", { ...good, model: 1 }, "'model'"],
    ["a field nobody knows", { ...good, max_token: 1 }, "supplied: max_token"],
    ["both lengths", { ...good, max_tokens: 1, max_completion_tokens: 1 }, "at the same time"],
    ["no length", { ...good, max_tokens: 0 }, "below minimum value"],
    ["half a token", { ...good, max_tokens: 1.5 }, "expected an integer"],
    ["too warm", { ...good, temperature: 2.1 }, "from 0 to 2"],
    ["top_p as a text", { ...good, top_p: "1" }, "expected a decimal"],
    ["five stops", { ...good, stop: Array(5).fill("a") }, "maximum length 4"],
    ["stops of numbers", { ...good, stop: [1] }, "'stop'"],
    ["two choices", { ...good, n: 2 }, "Only n = 1"],
    ["stream as a text", { ...good, stream: "yes" }, "expected a boolean"],
    ["usage without a stream", { ...good, stream_options: {} }, "only allowed when 'stream'"],
    [
      "an option of streams nobody knows",
      { ...good, stream: true, stream_options: { a: 1 } },
      "'stream_options.a'",
    ],
    ["no messages", { model: "m" }, "Missing required parameter: 'messages'"],
    ["an empty list", messages(), "empty array"],
    ["a message that is none", messages("a"), "'messages[0]'"],
    ["a role nobody has", messages({ role: "bot", content: "a" }), "'messages[0].role'"],
    [
      "a role of the prototype",
      messages({ role: "constructor", content: "a" }),
      "Supported values",
    ],
    ["a key nobody knows", messages({ ...user, cache_control: {} }), "messages[0].cache_control"],
    ["no content", messages({ role: "user" }), "'messages[0].content'"],
    ["content of null", messages({ role: "assistant", content: null }), "got null"],
    ["no parts", messages({ role: "user", content: [] }), "empty array"],
    ["an image", messages({ role: "user", content: [{ type: "image_url" }] }), "content[0]"],
    ["no calls", messages(user, { ...calling, tool_calls: [] }), "empty array"],
    ["a call without id", messages({ ...calling, tool_calls: [{ ...call, id: 1 }] }), ".id'"],
    [
      "arguments that are an object",
      messages({ ...calling, tool_calls: [{ ...call, function: { name: "a", arguments: {} } }] }),
      "arguments': expected a string",
    ],
    [
      "a call of a wrong name",
      messages({ ...calling, tool_calls: [{ ...call, function: { name: "a b", arguments: "" } }] }),
      "does not match pattern",
    ],
    ["a call without result", messages(user, calling), "did not have response messages: c1"],
    ["a call whose result comes late", messages(user, calling, user, result), "c1"],
    ["a result without call", messages(user, result), "must be a response"],
    ["a result twice", messages(user, calling, result, result), "must be a response"],
    ["a result of nothing", messages({ role: "tool", content: "" }), "tool_call_id"],
    ["an id twice", messages({ ...calling, tool_calls: [call, call] }), "Duplicate value"],
    ["tools that are none", { ...good, tools: {} }, "expected an array"],
    ["no tools", { ...good, tools: [] }, "empty array"],
    [
      "too many tools",
      { ...good, tools: Array.from({ length: 129 }, () => offered) },
      "maximum length 128",
    ],
    ["a tool of another kind", tools({ ...offered, type: "web" }), "tools[0].type"],
    ["a tool without function", tools({ type: "function" }), "tools[0].function"],
    ["a name too long", named({ name: "x".repeat(65) }), "tools[0].function.name"],
    ["a field of tools nobody knows", named({ name: "x", input_schema: {} }), "input_schema"],
    ["parameters of a list", named({ name: "x", parameters: [] }), "schema must be an object"],
    ["parameters of a text", named({ name: "x", parameters: { type: "string" } }), '"string"'],
    ["a choice without tools", { ...good, tool_choice: "auto" }, "only allowed when 'tools'"],
    ["a choice nobody knows", { ...tools(offered), tool_choice: "any" }, "'tool_choice'"],
    [
      "a choice of what is not there",
      { ...tools(offered), tool_choice: { type: "function", function: { name: "x" } } },
      "'x' is not found",
    ],
  ])("%s", (_, body, problem) => {
    expect(problemOf(body)).toContain(problem);
  });
});
