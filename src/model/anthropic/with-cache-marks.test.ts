import { expect, test } from "vitest";
import type { ChatRequest } from "../chat.ts";
import { called, chatRequest, result, tool } from "../testing/chat-request.ts";
import type { MessagesBody } from "./messages-body.ts";
import { readMessagesBody } from "./read-body/read-messages-body.ts";
import { toMessagesBody } from "./to-messages-body.ts";
import { withCacheMarks } from "./with-cache-marks.ts";

const long = "Look before you answer. ".repeat(400);
const longTool = { ...tool("look"), description: long };

/** Where the marks of a request stand. */
function marksOf(given: Partial<ChatRequest> & { ask?: string }): readonly string[] {
  const request = chatRequest(given);
  const body = withCacheMarks(toMessagesBody(request, "claude-sonnet-4-6"), request.role);
  expect(readMessagesBody(body).ok).toBe(true);
  expect(withoutMarks(body)).toEqual(withoutMarks(toMessagesBody(request, "claude-sonnet-4-6")));
  const at: string[] = [];
  find(body, "", at);
  return at;
}

function find(value: unknown, path: string, at: string[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === "cache_control") at.push(path);
    else find(inside, path === "" ? key : `${path}.${key}`, at);
  }
}

function withoutMarks(body: MessagesBody): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) => (key === "cache_control" ? undefined : value)),
  );
}

const system = [{ text: "Be kind." }, { text: long }];
const turns = [
  { role: "user", text: "Hi" } as const,
  called("c1", "look"),
  result("c1", "1"),
  called("c2", "look"),
  result("c2", "2"),
];

test.each<[string, Partial<ChatRequest> & { ask?: string }, string[]]>([
  ["nothing that is short", { tools: [tool("look")], system: [{ text: "Be kind." }] }, []],
  ["what trials share", { system }, ["system.1"]],
  [
    "tools, where there is no system text",
    { tools: [longTool] },
    ["messages.0.content.0", "tools.0"],
  ],
  [
    "the end of a conversation that may go on",
    { system, tools: [tool("look")] },
    ["system.1", "messages.0.content.0"],
  ],
  [
    "its end, and where the last request ended",
    { system, tools: [longTool], messages: turns },
    ["system.1", "messages.2.content.0", "messages.4.content.0"],
  ],
  [
    "a conversation that has become long",
    { ask: long, tools: [tool("look")] },
    ["messages.0.content.0"],
  ],
  ["no single question without tools", { ask: long }, []],
  [
    "no judge's record, which is read once",
    { role: "judge", ask: long, tools: [tool("look")] },
    [],
  ],
  [
    "a judge's record that is shown again",
    {
      role: "judge",
      tools: [tool("look")],
      messages: [{ role: "user", text: long }, ...turns.slice(1, 3)],
    },
    ["messages.0.content.0", "messages.2.content.0"],
  ],
  [
    "no more than four, of which those that are asked for are part",
    {
      system: ["a", "b", "c"].map((text) => ({ text: text + long, cache: true })),
      tools: [tool("look")],
      messages: turns,
    },
    ["system.0", "system.1", "system.2", "messages.4.content.0"],
  ],
])("marks %s", (_, request, expected) => {
  expect([...marksOf(request)].toSorted()).toEqual(expected.toSorted());
});
