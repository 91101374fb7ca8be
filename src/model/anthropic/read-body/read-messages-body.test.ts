import { expect, test } from "vitest";
import { readMessagesBody } from "./read-messages-body.ts";

type Body = Record<string, unknown>;

const ask = { role: "user", content: "Hi" };
const call = (...ids: string[]) => ({
  role: "assistant",
  content: ids.map((id) => ({ type: "tool_use", id, name: "x", input: {} })),
});
const results = (...ids: string[]) => ({
  role: "user",
  content: ids.map((id) => ({ type: "tool_result", tool_use_id: id, content: "1" })),
});
const tool = (name: string, schema: unknown = { type: "object" }) => ({
  name,
  input_schema: schema,
});
const text = (content: unknown) => ({ type: "text", text: content });
const marked = { ...text("a"), cache_control: { type: "ephemeral" } };

const thought = { type: "thinking", thinking: "", signature: "s" };

function body(changes: Body = {}): Body {
  return { model: "claude-sonnet-5", max_tokens: 100, messages: [ask], ...changes };
}
const say = (...messages: unknown[]): Body => body({ messages });
const user = (...content: unknown[]): Body => say({ role: "user", content });

const taken: readonly (readonly [string, Body, string?])[] = [
  ["the least", body()],
  ["blocks of text", user(text("a"), text("b"))],
  ["an image", user({ type: "image", source: { type: "url", url: "https://example.com/a.png" } })],
  [
    "an image inside a result, and marks everywhere",
    say(ask, call("c1"), {
      role: "user",
      content: [
        {
          type: "tool_result",
          tool_use_id: "c1",
          cache_control: { type: "ephemeral", ttl: "1h" },
          content: [
            { type: "image", source: { type: "base64", media_type: "image/png", data: "AA==" } },
            { ...text("a"), cache_control: null, citations: null },
          ],
        },
      ],
    }),
  ],
  ["a document", user({ type: "document", source: { type: "file", file_id: "f" }, title: "T" })],
  [
    "a marked tool, one call at a time",
    body({
      tools: [{ ...tool("a"), type: "custom", strict: true, cache_control: { type: "ephemeral" } }],
      tool_choice: { type: "auto", disable_parallel_tool_use: true },
    }),
  ],
  ["metadata without user", body({ metadata: { user_id: null } })],
  ["thinking", body({ max_tokens: 1025, thinking: { type: "enabled", budget_tokens: 1024 } })],
  ["no thinking", body({ thinking: { type: "disabled" } })],
  ["thinking as it likes", body({ thinking: { type: "adaptive", display: "omitted" } })],
  [
    "sampling",
    body({ model: "claude-haiku-4-5", temperature: 0.5, top_p: 0.9, top_k: 5 }),
    "2023-06-01",
  ],
  ["several messages of the user", say(ask, ask)],
  [
    "several messages of the assistant",
    say(ask, { role: "assistant", content: "a" }, call("c1"), results("c1")),
  ],
  ["a call and its result", say(ask, call("c1"), results("c1"))],
  ["parallel calls, results in another order", say(ask, call("c1", "c2"), results("c2", "c1"))],
  ["results in two messages", say(ask, call("c1", "c2"), results("c1"), results("c2"))],
  [
    "text after the results",
    say(ask, call("c1"), { role: "user", content: [...results("c1").content, text("b")] }),
  ],
  [
    "a result without content",
    say(ask, call("c1"), {
      role: "user",
      content: [{ type: "tool_result", tool_use_id: "c1", is_error: true }],
    }),
  ],
  ["thinking in history", say(ask, { role: "assistant", content: [thought, text("a")] }, ask)],
  ["a system text", body({ system: "Be brief." })],
  ["system blocks", body({ system: [text("Be brief.")] })],
  ["a tool", body({ tools: [tool("a-B_1")], tool_choice: { type: "tool", name: "a-B_1" } })],
  ["a long name", body({ tools: [tool("a".repeat(128))] })],
  [
    "a nested schema",
    body({
      tools: [
        tool("a", {
          type: "object",
          required: ["q"],
          properties: {
            q: { anyOf: [{ type: "string" }, { type: ["integer", "null"] }] },
            l: { type: "array", items: true },
          },
        }),
      ],
    }),
  ],
  ["no choice of tools, none", body({ tool_choice: { type: "none" } })],
  ["stop sequences", body({ stop_sequences: ["END"], stream: true, metadata: { user_id: "1" } })],
  ["four marks", body({ system: [marked, marked, marked, marked] })],
  ["a temperature", body({ model: "claude-haiku-4-5", temperature: 1 }), "2023-06-01"],
  [
    "a prefill",
    body({ model: "claude-haiku-4-5", messages: [ask, { role: "assistant", content: "The" }] }),
  ],
];
test.each(taken.map(([name, value, version]) => ({ name, value, version })))(
  "takes $name",
  ({ value, version }) => {
    expect(readMessagesBody(value, version)).toEqual({ ok: true, body: value });
  },
);

const { model: _model, ...noModel } = body();
const { max_tokens: _max, ...noMaxTokens } = body();
const { messages: _messages, ...noMessages } = body();

const refused: readonly (readonly [string, unknown, string | RegExp, string?])[] = [
  ["nothing", null, "Input should be a valid dictionary"],
  ["a list", [], "Input should be a valid dictionary"],
  ["no model", noModel, "model: Field required"],
  ["a model that is no text", body({ model: 1 }), "model: Input should be a valid string"],
  ["an empty model", body({ model: "" }), "model: String should have at least 1 character"],
  ["no max_tokens", noMaxTokens, "max_tokens: Field required"],
  [
    "max_tokens 0",
    body({ max_tokens: 0 }),
    "max_tokens: Input should be greater than or equal to 1",
  ],
  [
    "max_tokens as text",
    body({ max_tokens: "100" }),
    "max_tokens: Input should be a valid integer",
  ],
  ["no messages", noMessages, "messages: Field required"],
  ["messages that are no list", body({ messages: {} }), "messages: Input should be a valid list"],
  ["an empty list of messages", say(), "messages: at least one message is required"],
  ["an unknown field", body({ max_token: 1 }), "max_token: Extra inputs are not permitted"],
  ["a message that is none", say("Hi"), "messages.0: Input should be a valid dictionary"],
  ["no role", say({ content: "a" }), "messages.0.role: Field required"],
  [
    "an unknown role",
    say(ask, { role: "tool", content: "a" }),
    "messages.1.role: Input should be 'user' or 'assistant'",
  ],
  [
    "the assistant first",
    say({ role: "assistant", content: "a" }, ask),
    'messages: first message must use the "user" role',
  ],
  ["no content", say({ role: "user" }), "messages.0.content: Field required"],
  [
    "empty content",
    say({ role: "user", content: "" }),
    "messages.0: user messages must have non-empty content",
  ],
  [
    "an empty list of blocks",
    say(ask, { role: "assistant", content: [] }, ask),
    "messages.1: assistant messages must have non-empty content",
  ],
  [
    "content that is a number",
    say({ role: "user", content: 1 }),
    "messages.0.content: Input should be a valid list",
  ],
  ["an empty text", user(text("")), "messages: text content blocks must be non-empty"],
  [
    "a blank text",
    user(text(" \n")),
    "messages: text content blocks must contain non-whitespace text",
  ],
  [
    "a blank string",
    say({ role: "user", content: " " }),
    "messages: text content blocks must contain non-whitespace text",
  ],
  [
    "a text that is none",
    user(text(1)),
    "messages.0.content.0.text.text: Input should be a valid string",
  ],
  ["a block that is none", user("a"), "messages.0.content.0: Input should be a valid dictionary"],
  ["a block without type", user({ text: "a" }), "messages.0.content.0.type: Field required"],
  [
    "an unknown block",
    user({ type: "texts", text: "a" }),
    /^messages\.0\.content\.0: Input tag 'texts' found/,
  ],
  [
    "a call of the user",
    user({ type: "tool_use", id: "c1", name: "x", input: {} }),
    "messages.0: `tool_use` blocks can only be in `assistant` messages",
  ],
  [
    "a result of the assistant",
    say(ask, { role: "assistant", content: results("c1").content }, ask),
    "messages.1: `tool_result` blocks can only be in `user` messages",
  ],
  [
    "an id that is none",
    say(ask, call("c 1"), results("c 1")),
    "messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  ],
  [
    "arguments that are text",
    say(
      ask,
      { role: "assistant", content: [{ type: "tool_use", id: "c1", name: "x", input: "{}" }] },
      results("c1"),
    ),
    "messages.1.content.0.tool_use.input: Input should be a valid dictionary",
  ],
  [
    "is_error as text",
    say(ask, call("c1"), {
      role: "user",
      content: [{ type: "tool_result", tool_use_id: "c1", is_error: "no" }],
    }),
    "messages.2.content.0.tool_result.is_error: Input should be a valid boolean",
  ],
  [
    "a call without result",
    say(ask, call("c1"), ask),
    /^messages\.1: `tool_use` ids were found without `tool_result` blocks immediately after: c1\./,
  ],
  ["a call at the end", say(ask, call("c1")), /^messages\.1: `tool_use` ids were found without/],
  ["one of two results", say(ask, call("c1", "c2"), results("c2")), /immediately after: c1\. Each/],
  [
    "a result after a text",
    say(ask, call("c1"), { role: "user", content: [text("a"), ...results("c1").content] }),
    /^messages\.1: `tool_use` ids were found without/,
  ],
  [
    "a result of no call",
    say(ask, { role: "assistant", content: "a" }, results("c1")),
    /^messages\.2\.content\.0: unexpected `tool_use_id` found in `tool_result` blocks: c1\./,
  ],
  [
    "a result at the beginning",
    say(results("c1")),
    /^messages\.0\.content\.0: unexpected `tool_use_id`/,
  ],
  [
    "a result that comes later again",
    say(ask, call("c1"), results("c1"), { role: "assistant", content: "a" }, results("c1")),
    /^messages\.4\.content\.0: unexpected `tool_use_id`/,
  ],
  [
    "two results of a call",
    say(ask, call("c1"), results("c1", "c1")),
    /^messages\.2\.content\.1: each tool_use must have a single result/,
  ],
  [
    "an id used twice",
    say(ask, call("c1", "c1"), results("c1")),
    "messages: `tool_use` ids must be unique",
  ],
  [
    "an id used again",
    say(ask, call("c1"), results("c1"), call("c1"), results("c1")),
    "messages: `tool_use` ids must be unique",
  ],
  [
    "an empty system block",
    body({ system: [text("")] }),
    "system: text content blocks must be non-empty",
  ],
  [
    "a system block of another type",
    body({ system: [{ type: "image" }] }),
    /^system\.0: Input tag 'image'/,
  ],
  [
    "a blank stop sequence",
    body({ stop_sequences: [" "] }),
    "stop_sequences: each stop sequence must contain non-whitespace",
  ],
  [
    "a stop sequence alone",
    body({ stop_sequences: "END" }),
    "stop_sequences: Input should be a valid list",
  ],
  ["stream as text", body({ stream: "yes" }), "stream: Input should be a valid boolean"],
  ["tools that are no list", body({ tools: {} }), "tools: Input should be a valid list"],
  [
    "a tool without name",
    body({ tools: [{ input_schema: { type: "object" } }] }),
    "tools.0.custom.name: Field required",
  ],
  [
    "an empty name",
    body({ tools: [tool("")] }),
    "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
  ],
  [
    "a name with a dot",
    body({ tools: [tool("a.b")] }),
    /^tools\.0\.custom\.name: String should match pattern/,
  ],
  [
    "a name too long",
    body({ tools: [tool("a".repeat(129))] }),
    /^tools\.0\.custom\.name: String should match pattern/,
  ],
  [
    "a name twice",
    body({ tools: [tool("a"), tool("b"), tool("a")] }),
    "tools: Tool names must be unique.",
  ],
  [
    "a description that is none",
    body({ tools: [{ ...tool("a"), description: 1 }] }),
    "tools.0.custom.description: Input should be a valid string",
  ],
  ["a type of tool", body({ tools: [{ ...tool("a"), type: "function" }] }), /^tools\.0: Input tag/],
  ["no schema", body({ tools: [{ name: "a" }] }), "tools.0.custom.input_schema: Field required"],
  [
    "a schema without type",
    body({ tools: [tool("a", {})] }),
    "tools.0.custom.input_schema.type: Field required",
  ],
  [
    "a schema of a text",
    body({ tools: [tool("a", { type: "string" })] }),
    "tools.0.custom.input_schema.type: Input should be 'object'",
  ],
  [
    "anyOf at the top",
    body({ tools: [tool("a", { type: "object", anyOf: [{}] })] }),
    /does not support oneOf, allOf, or anyOf at the top level/,
  ],
  [
    "a property with spaces",
    body({ tools: [tool("a", { type: "object", properties: { "a b": {} } })] }),
    /Property keys should match pattern/,
  ],
  [
    "an unknown type inside",
    body({ tools: [tool("a", { type: "object", properties: { a: { type: "text" } } })] }),
    /JSON schema is invalid/,
  ],
  [
    "required that is no list",
    body({ tools: [tool("a", { type: "object", required: "a" })] }),
    /JSON schema is invalid/,
  ],
  [
    "a choice without tools",
    body({ tool_choice: { type: "any" } }),
    "tool_choice.any may only be specified while providing tools",
  ],
  [
    "a choice of an unknown tool",
    body({ tools: [tool("a")], tool_choice: { type: "tool", name: "b" } }),
    "tool_choice.tool: Tool 'b' not found in provided tools",
  ],
  [
    "a choice without a name",
    body({ tools: [tool("a")], tool_choice: { type: "tool" } }),
    "tool_choice.tool.name: Field required",
  ],
  [
    "an unknown choice",
    body({ tools: [tool("a")], tool_choice: { type: "required" } }),
    /^tool_choice: Input tag/,
  ],
  [
    "a forced call where there is none",
    body({ model: "claude-opus-5-5", tools: [tool("a")], tool_choice: { type: "any" } }),
    /^tool_choice: this model does not support forced tool use/,
  ],
  [
    "five marks",
    body({
      system: [marked, marked, marked],
      messages: [{ role: "user", content: [marked, marked] }],
    }),
    "A maximum of 4 blocks with cache_control may be provided. Found 5.",
  ],
  [
    "a prefill where there is none",
    say(ask, { role: "assistant", content: "The" }),
    /^This model does not support assistant message prefill/,
  ],
  [
    "white space at the end of a prefill",
    body({ model: "claude-haiku-4-5", messages: [ask, { role: "assistant", content: "The " }] }),
    "messages: final assistant content cannot end with trailing whitespace",
  ],
  [
    "a temperature in the newest version",
    body({ model: "claude-haiku-4-5", temperature: 0 }),
    "temperature: Extra inputs are not permitted",
    "2026-10-21",
  ],
  [
    "a temperature for a newer model",
    body({ temperature: 0 }),
    "`temperature` is deprecated for this model.",
    "2023-06-01",
  ],
  [
    "too high a temperature",
    body({ model: "claude-haiku-4-5", temperature: 1.5 }),
    "temperature: range: 0..1",
    "2023-06-01",
  ],
  [
    "top_p out of range",
    body({ model: "claude-haiku-4-5", top_p: 2 }),
    "top_p: range: 0..1",
    "2023-06-01",
  ],
  [
    "temperature as text",
    body({ model: "claude-haiku-4-5", temperature: "0" }),
    "temperature: range: 0..1",
    "2023-06-01",
  ],
  ...[-1, 1.5, "1"].map(
    (top_k) =>
      [
        `top_k ${JSON.stringify(top_k)}`,
        body({ model: "claude-haiku-4-5", top_k }),
        /^top_k: Input should be/,
        "2023-06-01",
      ] as const,
  ),
  [
    "an unknown field of a tool",
    body({ tools: [{ ...tool("a"), foo: 1 }] }),
    "tools.0.custom.foo: Extra inputs are not permitted",
  ],
  [
    "an unknown field of a message",
    say({ ...ask, name: "me" }),
    "messages.0.name: Extra inputs are not permitted",
  ],
  [
    "an unknown field of a text",
    user({ ...text("a"), foo: 1 }),
    "messages.0.content.0.text.foo: Extra inputs are not permitted",
  ],
  [
    "an unknown field of a result",
    say(ask, call("c1"), { role: "user", content: [{ ...results("c1").content[0], name: "x" }] }),
    "messages.2.content.0.tool_result.name: Extra inputs are not permitted",
  ],
  [
    "an unknown field of a system block",
    body({ system: [{ ...text("a"), foo: 1 }] }),
    "system.0.text.foo: Extra inputs are not permitted",
  ],
  ...["", "a.b", "a b", "a".repeat(129)].map(
    (name) =>
      [
        `a call of a tool named ${JSON.stringify(name.slice(0, 5))}, ${name.length} long`,
        say(
          ask,
          { role: "assistant", content: [{ type: "tool_use", id: "c1", name, input: {} }] },
          results("c1"),
        ),
        /^messages\.1\.content\.0\.tool_use\.name: String should match pattern/,
      ] as const,
  ),
  ...(
    [
      [true, ": Input should be a valid dictionary"],
      [{}, ".type: Field required"],
      [{ type: "forever" }, ".type: Input should be 'ephemeral'"],
      [{ type: "ephemeral", ttl: "2h" }, ".ttl: Input should be '5m' or '1h'"],
      [{ type: "ephemeral", foo: 1 }, ".foo: Extra inputs are not permitted"],
    ] as const
  ).flatMap(
    ([mark, problem]) =>
      [
        [
          `a mark ${JSON.stringify(mark)} on a text`,
          user({ ...text("a"), cache_control: mark }),
          `messages.0.content.0.text.cache_control${problem}`,
        ],
        [
          `a mark ${JSON.stringify(mark)} on a tool`,
          body({ tools: [{ ...tool("a"), cache_control: mark }] }),
          `tools.0.custom.cache_control${problem}`,
        ],
        [
          `a mark ${JSON.stringify(mark)} at the top`,
          body({ cache_control: mark }),
          `cache_control${problem}`,
        ],
      ] as const,
  ),
  [
    "a mark on thinking",
    say(ask, { role: "assistant", content: [{ ...thought, cache_control: null }] }, ask),
    "messages.1.content.0.thinking.cache_control: Extra inputs are not permitted",
  ],
  [
    "thinking without signature",
    say(ask, { role: "assistant", content: [{ type: "thinking", thinking: "" }] }, ask),
    "messages.1.content.0.thinking.signature: Field required",
  ],
  ["metadata that is text", body({ metadata: "me" }), /^metadata: Input should be a valid dict/],
  [
    "other metadata",
    body({ metadata: { user_id: "1", team: "a" } }),
    "metadata.team: Extra inputs are not permitted",
  ],
  [
    "a user that is a number",
    body({ metadata: { user_id: 1 } }),
    "metadata.user_id: Input should be a valid string",
  ],
  ["thinking that is none", body({ thinking: true }), /^thinking: Input should be a valid dict/],
  ["thinking without type", body({ thinking: {} }), "thinking.type: Field required"],
  ["an unknown thinking", body({ thinking: { type: "deep" } }), /^thinking: Input tag "deep"/],
  [
    "thinking without budget",
    body({ thinking: { type: "enabled" } }),
    "thinking.enabled.budget_tokens: Field required",
  ],
  [
    "too small a budget",
    body({ thinking: { type: "enabled", budget_tokens: 1023 } }),
    "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
  ],
  [
    "a budget of all tokens",
    body({ max_tokens: 1024, thinking: { type: "enabled", budget_tokens: 1024 } }),
    "`max_tokens` must be greater than `thinking.budget_tokens`.",
  ],
  [
    "a budget for no thinking",
    body({ thinking: { type: "disabled", budget_tokens: 1024 } }),
    "thinking.disabled.budget_tokens: Extra inputs are not permitted",
  ],
  [
    "an image without source",
    user({ type: "image" }),
    "messages.0.content.0.image.source: Field required",
  ],
  [
    "an image from nowhere",
    user({ type: "image", source: { type: "constructor" } }),
    /^messages\.0\.content\.0\.image\.source: Input tag "constructor" found/,
  ],
  [
    "an image without data",
    user({ type: "image", source: { type: "base64", media_type: "image/png" } }),
    "messages.0.content.0.image.source.base64.data: Field required",
  ],
];
const refusals = refused.map(([name, value, message, version]) => ({
  name,
  value,
  message,
  version,
}));
test.each(refusals)("refuses $name", ({ value, message, version }) => {
  const reading = readMessagesBody(value, version);
  const said = reading.ok ? "nothing" : reading.message;
  const fits = typeof message === "string" ? said === message : message.test(said);
  expect({ said, fits }).toEqual({ said, fits: true });
});

test("refuses a schema that is nested without end, and does not overflow", () => {
  let schema: object = { type: "object" };
  for (let depth = 0; depth < 10_000; depth += 1)
    schema = { type: "object", properties: { a: schema } };
  expect(readMessagesBody(body({ tools: [tool("a", schema)] }))).toMatchObject({ ok: false });
});
