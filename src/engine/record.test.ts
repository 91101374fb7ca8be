import { expect, test } from "vitest";
import { ScenarioTools } from "../../fixtures/engine/scenario-tools.ts";
import { readFixture } from "../../fixtures/engine/scenario.ts";
import { ScriptedClient } from "../../fixtures/engine/scripted-client.ts";
import type { Clock } from "../core/clock.ts";
import type { JsonObject } from "../core/json.ts";
import { parseFlow } from "../flow/index.ts";
import { type ModelClient, ModelError, type Usage } from "../model/index.ts";
import type { ToolRuntime } from "../tools/index.ts";
import { type EngineEvent, type RunResult, runFlow } from "./index.ts";

interface Reply {
  readonly text?: string;
  readonly calls?: readonly {
    readonly id: string;
    readonly tool: string;
    readonly args?: JsonObject;
  }[];
}

const usage: Usage = {
  inputTokens: 1000,
  outputTokens: 100,
  cacheReadTokens: 20,
  cacheWriteTokens: 3,
};
const echo = { id: "1", tool: "echo", args: { q: "a" } };
const delegation = { subagent_name: "w", prompt: "sub" };

/** A flow in a world in which the model waits 30 ms and thinks 20 ms, and each tool works for 5. */
async function run(
  flow: string,
  script: readonly Reply[],
): Promise<readonly [RunResult, readonly EngineEvent[]]> {
  let time = 0;
  const clock: Clock = { now: () => time, monotonic: () => time, sleep: () => Promise.resolve() };
  const scripted = new ScriptedClient(script);
  const refused = new ModelError("MODEL_REQUEST_REFUSED", "refused", { retryable: false });
  const model: ModelClient = {
    id: "live/timed",
    kind: "live",
    chat: async (request) => {
      time += 50;
      if (scripted.unused === 0) throw refused;
      const reply = await scripted.chat(request);
      const firstTokenMs = 10 + scripted.requests.length;
      return { ...reply, usage, firstTokenMs, activeMs: 20, waitMs: 30, attempts: 2 };
    },
  };
  const mocks = new ScenarioTools();
  const tools: ToolRuntime = {
    spec: (name) => mocks.spec(name),
    call: (invocation) => {
      time += 5;
      return mocks.call(invocation);
    },
  };
  const events: EngineEvent[] = [];
  const result = await runFlow({
    flow: parseFlow(readFixture(`flows/${flow}.yml`), `${flow}.yml`),
    goal: "do it",
    context: { project: "shop/web" },
    tools,
    model,
    clock,
    hash: (text) => text.padEnd(64, "0"),
    workflowId: "1",
    trial: 0,
    onEvent: (event) => events.push(event),
  });
  return [result, events];
}

test.each<[flow: string, script: readonly Reply[], replies: number, tools: number]>([
  ["agent", [{ calls: [echo] }, { text: "ok" }], 2, 1],
  ["one-off", [{ calls: [echo, { ...echo, id: "2" }] }], 1, 2],
  ["step", [], 0, 1],
  ["chat", [{ calls: [echo] }, { text: "ok" }], 2, 1],
  [
    "supervisor",
    [
      { calls: [{ id: "1", tool: "delegate_task", args: delegation }] },
      { calls: [echo] },
      { text: "w" },
      { text: "all" },
    ],
    4,
    1,
  ],
])("times and tokens of every run are told apart: %s", async (flow, script, replies, tools) => {
  const [result, events] = await run(flow, script);
  const { activeMs, toolMs, waitMs, firstTokenMs } = result;
  expect({ activeMs, toolMs, waitMs, firstTokenMs, replies: result.replies }).toEqual({
    activeMs: replies * 20 + tools * 5,
    toolMs: tools * 5,
    waitMs: replies * 30,
    firstTokenMs: replies === 0 ? undefined : 11,
    replies,
  });
  expect(result.usage).toEqual({
    inputTokens: replies * 1000,
    outputTokens: replies * 100,
    cacheReadTokens: replies * 20,
    cacheWriteTokens: replies * 3,
  });
  const told = events.flatMap((event) => (event.type === "model_called" ? [event.reply] : []));
  expect(told).toHaveLength(replies);
  for (const reply of told) {
    expect(reply).toMatchObject({ usage, activeMs: 20, waitMs: 30, attempts: 2 });
  }
  const calls = events.flatMap((event) => (event.type === "tool_called" ? [event] : []));
  expect(calls.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(tools * 5);
});

test("a call that fails has made the run wait, and nothing else", async () => {
  const [result, events] = await run("agent", [{ calls: [echo] }]);
  const { status, activeMs, toolMs, waitMs, replies } = result;
  expect({ status, activeMs, toolMs, waitMs, replies }).toEqual({
    status: "failed",
    activeMs: 25,
    toolMs: 5,
    waitMs: 80,
    replies: 1,
  });
  expect(events.findLast(({ type }) => type === "model_called")).toMatchObject({ waitMs: 50 });
});
