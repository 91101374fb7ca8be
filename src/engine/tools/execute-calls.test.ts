import { expect, test } from "vitest";
import { fixedClock } from "../../../fixtures/engine/fixed-clock.ts";
import { ScenarioTools } from "../../../fixtures/engine/scenario-tools.ts";
import { readFixture } from "../../../fixtures/engine/scenario.ts";
import { ScriptedClient } from "../../../fixtures/engine/scripted-client.ts";
import type { JsonObject } from "../../core/json.ts";
import { dictFromJson } from "../../core/python/convert.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { parseFlow } from "../../flow/index.ts";
import { type ToolOutcome, type ToolRuntime, UnmockedCallError } from "../../tools/index.ts";
import { type EngineEvent, type RunOptions, type RunResult, runFlow } from "../index.ts";

const secret = ["glpat", "A1b2C3d4E5f6G7h8I9j0"].join("-");
const redactor = createRedactor({ known: [] });
const redact = (text: string): string => redactor.redact(text);

/** The service's tools of the fixtures, with another answer. */
function answering(answer: (tool: string) => Promise<ToolOutcome> | ToolOutcome): ToolRuntime {
  return {
    spec: (name) => new ScenarioTools().spec(name),
    call: ({ tool }) => Promise.resolve().then(() => answer(tool)),
  };
}

function options(flow: string, changes: Partial<RunOptions>): RunOptions {
  return {
    flow: parseFlow(readFixture(`flows/${flow}.yml`), `${flow}.yml`),
    goal: "do it",
    context: { project: "shop/web" },
    tools: new ScenarioTools(),
    model: new ScriptedClient([{ calls: [{ id: "1", tool: "js" }] }, { text: "ok" }]),
    clock: fixedClock,
    hash: (text) => text.padEnd(64, "0"),
    workflowId: "1",
    trial: 0,
    redact,
    ...changes,
  };
}

function firstCall({ calls }: RunResult): RunResult["calls"][number] | undefined {
  return calls[0];
}

async function runWith(value: PyValue, changes: Partial<RunOptions> = {}): Promise<RunResult> {
  const tools = answering(() => ({ type: "value", value }));
  return runFlow(options("agent", { tools, ...changes }));
}

function nested(depth: number): PyValue {
  let value: PyValue = [];
  for (let level = 0; level < depth; level += 1) {
    value = level % 2 === 0 ? [value] : new Map([["k", value]]);
  }
  return value;
}

test("calls that were executed beside one that nothing answers are in the record", async () => {
  const events: EngineEvent[] = [];
  const tools = answering((tool) => {
    if (tool !== "boom") return { type: "value", value: tool };
    throw new UnmockedCallError({ component: "a", tool, args: {} }, "nothing answers", "mock it");
  });
  const calls = ["js", "boom", "echo"].map((tool) => ({ id: tool, tool, args: { q: "a" } }));
  const run = runFlow(
    options("agent", {
      tools,
      model: new ScriptedClient([{ calls }]),
      onEvent: (event) => events.push(event),
    }),
  );
  await expect(run).rejects.toThrow(UnmockedCallError);
  expect(events.flatMap((event) => (event.type === "tool_called" ? [event.callId] : []))).toEqual([
    "js",
    "echo",
  ]);
});

test.each<[string, JsonObject, string]>([
  ["a text", { k: `with ${secret}` }, '{"k": "with [REDACTED]"}'],
  ["deep down", { a: [{ b: secret }, 1] }, '{"a": [{"b": "[REDACTED]"}, 1]}'],
  ["a key", { [secret]: 1 }, '{"[REDACTED]": 1}'],
  [
    "a text that only its key gives away",
    { password: "hunter2-xK9#q" },
    '{"password": "[REDACTED]"}',
  ],
  ["nothing", { k: "v", password: "" }, '{"k": "v", "password": ""}'],
])("secrets in a map: %s", async (_where, value, content) => {
  const call = firstCall(await runWith(dictFromJson(value)));
  expect(call?.content).toBe(content);
  expect(call?.result).toEqual(JSON.parse(content));
});

test("a map with a secret stays a map, so that a flow can go on with its keys", async () => {
  const tools = answering(() => ({
    type: "value",
    value: dictFromJson({ k: "v", token: secret }),
  }));
  const { state, status } = await runFlow(options("step", { tools }));
  expect(status).toBe("completed");
  expect(state.context["d"]).toMatchObject({
    tool_responses: { k: "v", token: "[REDACTED]" },
  });
});

test.each<[string, ToolOutcome | undefined, JsonObject]>([
  ["the error of a tool", { type: "error", message: `denied to ${secret}` }, {}],
  ["a validation text", undefined, { n: secret }],
])("no secret is in %s", async (_what, outcome, args) => {
  const tools = answering(() => outcome ?? { type: "value", value: "" });
  const tool = outcome === undefined ? "num" : "js";
  const calls = [{ id: "1", tool, args }];
  const model = new ScriptedClient([{ calls }, { text: "ok" }]);
  const call = firstCall(await runFlow(options("agent", { tools, model })));
  expect(call).toMatchObject({ isError: true });
  expect(call?.content).toContain("[REDACTED]");
  expect(JSON.stringify(call?.result) + call?.content).not.toContain(secret);
});

test.each(["agent", "chat"])("a long error is cut as a long result is: %s", async (flow) => {
  const tools = answering(() => ({ type: "error", message: "e ".repeat(5_000_000) }));
  const model = new ScriptedClient([{ calls: [{ id: "1", tool: "js" }] }, { text: "ok" }]);
  const call = firstCall(await runFlow(options(flow, { tools, model, redact: undefined })));
  expect(call?.content.length).toBeLessThan(110_000);
  expect(call?.content).toContain("truncated_tool_output");
});

test.each(["agent", "chat", "one-off"])(
  "arguments that nobody could walk are no arguments: %s",
  async (flow) => {
    let args: JsonObject = {};
    for (let level = 0; level < 10_000; level += 1) args = { k: args };
    const model = new ScriptedClient([
      { calls: [{ id: "1", tool: "js", args }], text: "x" },
      { text: "ok", times: 5 },
    ]);
    const tools = new ScenarioTools();
    const result = await runFlow(options(flow, { model, tools }));
    expect(result.status).not.toBe("failed");
    expect(tools.executed).toEqual([]);
  },
);

test.each(["agent", "chat", "one-off", "step"])(
  "a result that nobody could walk is an error: %s",
  async (flow) => {
    const tools = answering(() => ({ type: "value", value: nested(10_000) }));
    const model = new ScriptedClient([
      { calls: [{ id: "1", tool: "js" }], text: "x" },
      { text: "ok", times: 5 },
    ]);
    const call = firstCall(await runFlow(options(flow, { tools, model })));
    expect(call).toMatchObject({ isError: true, content: expect.stringContaining("levels deep") });
  },
);

test("a result of sane depth is none", async () => {
  expect(firstCall(await runWith(nested(400)))).toMatchObject({ isError: false });
});
