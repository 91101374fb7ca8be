import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssistantMessage, ChatMessage, ToolMessage, UserMessage } from "../../model/index.ts";
import { interruptedResult, repairHistory } from "./repair-history.ts";

const user = (text: string): UserMessage => ({ role: "user", text });
const says = (text: string, ...ids: string[]): AssistantMessage => ({
  role: "assistant",
  parts: [
    ...(text === "" ? [] : [{ type: "text", text } as const]),
    ...ids.map((id) => ({ type: "tool_call", id, name: "t", args: {} }) as const),
  ],
});
const gives = (callId: string, content = callId): ToolMessage => ({
  role: "tool",
  callId,
  name: "t",
  content,
  isError: false,
});
const unreadable: AssistantMessage = {
  role: "assistant",
  parts: [{ type: "invalid_tool_call", id: "1", name: "t", raw: "{" }],
};

describe("a history is repaired", () => {
  test.each<[string, ChatMessage[], ChatMessage[]]>([
    ["missing result", [says("", "1")], [says("", "1"), gives("1", interruptedResult)]],
    [
      "missing result between others",
      [says("", "1", "2"), gives("2"), user("x")],
      [says("", "1", "2"), gives("1", interruptedResult), gives("2"), user("x")],
    ],
    [
      "order of results",
      [says("", "1", "2"), gives("2"), gives("1")],
      [says("", "1", "2"), gives("1"), gives("2")],
    ],
    [
      "last result wins",
      [says("", "1"), gives("1", "a"), gives("1", "b")],
      [says("", "1"), gives("1", "b")],
    ],
    ["result without a call", [user("x"), gives("1", "a")], [user("x"), user("a")]],
    ["empty result without a call", [user("x"), gives("1", "")], [user("x")]],
    ["result of another message", [says("hi"), gives("1", "a")], [says("hi"), user("a")]],
    [
      "stray result among good ones",
      [says("", "1"), gives("9", "a"), gives("1")],
      [says("", "1"), gives("1"), user("a")],
    ],
    [
      "result that comes too late",
      [says("", "1"), user("x"), gives("1", "a")],
      [says("", "1"), gives("1", interruptedResult), user("x"), user("a")],
    ],
    ["blank answer", [user("x"), says("  \n")], [user("x")]],
    ["answer without parts", [user("x"), says("")], [user("x")]],
    ["call that could not be read", [unreadable], [unreadable, gives("1", interruptedResult)]],
  ])("%s", (_name, before, after) => {
    expect(repairHistory(before)).toEqual(after);
  });

  test.each<[string, ChatMessage[]]>([
    ["empty", []],
    ["an answer", [user("x"), says("hi")]],
    ["calls with results", [says("", "1", "2"), gives("1"), gives("2"), says("hi"), user("x")]],
    ["an empty result of a call", [says("", "1"), gives("1", "")]],
  ])("and left as it is when nothing is wrong: %s", (_name, history) => {
    expect(repairHistory(history)).toBe(history);
  });
});

const id = fc.constantFrom("1", "2", "3");
const message: fc.Arbitrary<ChatMessage> = fc.oneof(
  fc.constantFrom("", " ", "x").map(user),
  fc
    .tuple(fc.constantFrom("", " ", "y"), fc.uniqueArray(id))
    .map(([text, ids]) => says(text, ...ids)),
  fc.tuple(id, fc.constantFrom("", "a", "b")).map(([callId, content]) => gives(callId, content)),
);

test("whatever it was, each call is followed by its result and each result stands behind its call", () => {
  fc.assert(
    fc.property(fc.array(message), (history) => {
      const repaired = repairHistory(history);
      expect(repaired.filter(({ role }) => role === "tool").length).toBe(callIds(repaired).length);
      expect(repaired.map((each, index) => resultIds(repaired, index, each))).toEqual(
        repaired.map((each) => callIds([each])),
      );
      expect(repairHistory(repaired)).toBe(repaired);
    }),
    { seed: 1, numRuns: 300 },
  );
});

function callIds(history: readonly ChatMessage[]): readonly string[] {
  return history
    .flatMap((each) => (each.role === "assistant" ? each.parts : []))
    .flatMap((part) => (part.type === "text" ? [] : [part.id]));
}

/** Ids of the results that directly follow a message of the assistant. */
function resultIds(
  history: readonly ChatMessage[],
  index: number,
  { role }: ChatMessage,
): readonly string[] {
  if (role !== "assistant") return [];
  const after = history.slice(index + 1);
  const end = after.findIndex((each) => each.role !== "tool");
  return after
    .slice(0, end === -1 ? after.length : end)
    .flatMap((each) => (each.role === "tool" ? [each.callId] : []));
}
