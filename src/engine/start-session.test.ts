import { expect, test } from "vitest";
import { fixedClock } from "../../fixtures/engine/fixed-clock.ts";
import { ScenarioTools } from "../../fixtures/engine/scenario-tools.ts";
import { readFixture } from "../../fixtures/engine/scenario.ts";
import { ScriptedClient } from "../../fixtures/engine/scripted-client.ts";
import { parseFlow } from "../flow/index.ts";
import { type ModelClient, ModelError } from "../model/index.ts";
import { type ToolRuntime, UnmockedCallError } from "../tools/index.ts";
import {
  type EngineEvent,
  type RunOptions,
  type RunResult,
  runFlow,
  startSession,
} from "./index.ts";

const echoCall = { calls: [{ id: "1", tool: "echo", args: { q: "a" } }] };

function options(flow: string, changes: Partial<RunOptions>): RunOptions {
  return {
    flow: parseFlow(readFixture(`flows/${flow}.yml`), `${flow}.yml`),
    goal: "do it",
    context: { project: "shop/web" },
    tools: new ScenarioTools(),
    model: new ScriptedClient([{ text: "hi" }]),
    clock: fixedClock,
    hash: (text) => text.padEnd(64, "0"),
    workflowId: "1",
    trial: 3,
    ...changes,
  };
}

const unmocked: ToolRuntime = {
  spec: (name) => new ScenarioTools().spec(name),
  call: (invocation) =>
    Promise.reject(new UnmockedCallError(invocation, "nothing answers", "mock it")),
};

test.each(["agent", "chat", "one-off"])(
  "a call that nothing answers leaves the engine: %s",
  async (flow) => {
    const model = new ScriptedClient([echoCall]);
    await expect(runFlow(options(flow, { tools: unmocked, model }))).rejects.toThrow(
      UnmockedCallError,
    );
  },
);

test("so it does in a deterministic step, which catches everything else", async () => {
  await expect(runFlow(options("step", { tools: unmocked }))).rejects.toThrow(UnmockedCallError);
});

test.each(["agent", "chat"])("a run that is aborted before it begins: %s", async (flow) => {
  const signal = AbortSignal.abort(new Error("stop"));
  const model = new ScriptedClient([{ text: "hi" }]);
  await expect(runFlow(options(flow, { signal, model }))).rejects.toThrow("stop");
  expect(model.requests).toEqual([]);
});

test("a run that is aborted while the model thinks throws the reason, not what the model threw", async () => {
  const controller = new AbortController();
  const model: ModelClient = {
    id: "live/slow",
    kind: "live",
    chat: (_request, signal) => {
      controller.abort(new Error("time is up"));
      return Promise.reject(new Error(`aborted: ${signal?.aborted}`));
    },
  };
  const aborted = runFlow(options("agent", { model, signal: controller.signal }));
  await expect(aborted).rejects.toThrow("time is up");
});

test("an aborted run executes no further tool", async () => {
  const controller = new AbortController();
  const tools = new ScenarioTools();
  const model: ModelClient = {
    id: "live/fast",
    kind: "live",
    chat: async (request) => {
      const reply = await new ScriptedClient([echoCall]).chat(request);
      controller.abort(new Error("enough"));
      return reply;
    },
  };
  const aborted = runFlow(options("agent", { model, tools, signal: controller.signal }));
  await expect(aborted).rejects.toThrow("enough");
  expect(tools.executed).toEqual([]);
});

test("a defect is not taken for a failure of the flow", async () => {
  const tools: ToolRuntime = { ...unmocked, call: () => Promise.reject(new TypeError("defect")) };
  const model = new ScriptedClient([echoCall]);
  await expect(runFlow(options("agent", { tools, model }))).rejects.toThrow(TypeError);
});

test("requests carry the number of the trial, events the order in which things happened", async () => {
  const events: EngineEvent[] = [];
  const model = new ScriptedClient([echoCall, { text: "ok" }]);
  const result = await runFlow(options("agent", { model, onEvent: (event) => events.push(event) }));
  expect(model.requests.map(({ trial, role }) => [trial, role])).toEqual([
    [3, "agent"],
    [3, "agent"],
  ]);
  expect(events.flatMap((event) => (event.type === "tool_called" ? [event.callId] : []))).toEqual(
    result.calls.map(({ callId }) => callId),
  );
});

test.each<[string, Error]>([
  ["a provider", new ModelError("MODEL_OVERLOADED", "overloaded", { retryable: false })],
  ["a defect", new TypeError("defect")],
])("a conversation that is broken off in its second turn says so: %s", async (_whose, error) => {
  const first = new ScriptedClient([{ text: "one" }]);
  const model: ModelClient = {
    id: "live/broken",
    kind: "live",
    chat: (request) => (first.unused > 0 ? first.chat(request) : Promise.reject(error)),
  };
  const session = await startSession(options("chat", { model }));
  await expect(session.send("more")).rejects.toThrow(error);
  expect(session.waitsFor).toBeUndefined();
  const { status, error: failure, uiChatLog = [] } = session.result();
  expect({ status, failure }).toEqual({
    status: "failed",
    failure: { kind: "interrupted", component: "c", message: error.message },
  });
  expect(uiChatLog.at(-1)).toMatchObject({
    message_type: "agent",
    status: "failure",
    message_id: expect.stringMatching(/^error-/),
  });
});

test("a result does not change when the conversation goes on", async () => {
  const model = new ScriptedClient([{ text: "one" }, { text: "two" }]);
  const session = await startSession(options("chat", { model }));
  const first = session.result();
  const before = structuredClone(first);
  await session.send("more");
  expect(first).toEqual(before);
  expect(session.result()).toMatchObject({ answer: "two", turns: 2 });
});

test("the same run gives the same bytes", async () => {
  expect(JSON.stringify(await echoRun())).toBe(JSON.stringify(await echoRun()));
});

function echoRun(): Promise<RunResult> {
  return runFlow(options("agent", { model: new ScriptedClient([echoCall, { text: "ok" }]) }));
}
