import { expect, test } from "vitest";
import type { ChatMessage, ChatRequest } from "../../model/index.ts";
import { createDeltaMaker } from "./request-delta.ts";

const user = (text: string): ChatMessage => ({ role: "user", text });
const base: ChatRequest = {
  role: "agent",
  system: [{ text: "be brief" }],
  messages: [user("a"), user("b")],
  tools: [{ name: "t", description: "", inputSchema: {} }],
  maxTokens: 100,
  trial: 0,
};
const full = { system: base.system, tools: ["t"], toolChoice: null, maxTokens: 100 };

test.each<[string, ChatRequest, object]>([
  ["nothing new", base, { keep: 2, add: [] }],
  [
    "more messages",
    { ...base, messages: [...base.messages, user("c")] },
    { keep: 2, add: [user("c")] },
  ],
  [
    "equal messages that are other objects",
    { ...base, messages: [user("a"), user("b"), user("c")] },
    { keep: 2, add: [user("c")] },
  ],
  [
    "a changed message",
    { ...base, messages: [user("x"), user("b")] },
    { keep: 0, add: [user("x"), user("b")] },
  ],
  ["fewer messages", { ...base, messages: [user("a")] }, { keep: 1, add: [] }],
  ["another system", { ...base, system: [] }, { system: [], keep: 2, add: [] }],
  ["another tool", { ...base, tools: [] }, { tools: [], keep: 2, add: [] }],
  [
    "a forced tool",
    { ...base, toolChoice: { type: "any" } },
    { toolChoice: { type: "any" }, keep: 2, add: [] },
  ],
  ["another limit", { ...base, maxTokens: 5 }, { maxTokens: 5, keep: 2, add: [] }],
])("the first request is whole, then: %s", (_, request, delta) => {
  const maker = createDeltaMaker();
  expect(maker.next(base)).toEqual({ ...full, keep: 0, add: base.messages });
  expect(maker.next(request)).toEqual(delta);
});

test("a choice that is taken back is said", () => {
  const maker = createDeltaMaker();
  maker.next({ ...base, toolChoice: { type: "any" } });
  expect(maker.next(base)).toEqual({ toolChoice: null, keep: 2, add: [] });
});

test("the deltas of a conversation give back its requests", () => {
  const maker = createDeltaMaker();
  const requests = [
    [user("a")],
    [user("a"), user("b"), user("c")],
    [user("a"), user("z")],
    [user("a"), user("z"), user("c")],
  ];
  let rebuilt: readonly ChatMessage[] = [];
  for (const messages of requests) {
    const { keep, add } = maker.next({ ...base, messages });
    rebuilt = [...rebuilt.slice(0, keep), ...add];
    expect(rebuilt).toEqual(messages);
  }
});
