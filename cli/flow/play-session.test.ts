import { describe, expect, test } from "vitest";
import { type HumanDecision, runFlow, type RunOptions } from "../../src/engine/index.ts";
import { parseFlow } from "../../src/flow/index.ts";
import { renderTemplate } from "../../src/flow/index.ts";
import type { ModelClient } from "../../src/model/index.ts";
import { sha256Hex, systemClock } from "../../src/platform/index.ts";
import { createMockRuntime } from "../../src/tools/index.ts";
import { playSession } from "./play-session.ts";

const prompts = `
prompts:
  - prompt_id: p
    name: p
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: S, user: Go, placeholder: history }
`;
const flows = {
  approval: `
version: v1
environment: ambient
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, prompt_id: p, toolset: [], inputs: [] }
  - { name: h, type: HumanInputComponent, sends_response_to: a, message_template: Good, inputs: [] }
routers:
  - { from: a, to: h }
  - from: h
    condition: { input: "context:h.approval", routes: { approve: end, reject: abort, modify: a } }
${prompts}`,
  input: `
version: v1
environment: chat
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, prompt_id: p, toolset: [], inputs: [] }
  - name: h
    type: HumanInputComponent
    sends_response_to: a
    message_template: More
    interaction_type: input
    inputs: []
routers: [{ from: a, to: h }, { from: h, to: a }]
${prompts}`,
  partial: `
version: v1
environment: chat-partial
components: [{ name: a, type: AgentComponent, prompt_id: p, toolset: [] }]
prompts:
  - { prompt_id: p, name: p, unit_primitives: [duo_agent_platform], prompt_template: { system: S } }
`,
} as const;

const approve: HumanDecision = { type: "approve" };
const reject: HumanDecision = { type: "reject", message: "" };
const modify: HumanDecision = { type: "modify", message: "shorter" };
const reply: HumanDecision = { type: "reply", message: "more" };

const table: readonly (readonly [keyof typeof flows, readonly HumanDecision[], number])[] = [
  ["approval", [], 0],
  ["approval", [approve], 0],
  ["approval", [reject], 0],
  ["approval", [modify, approve, approve], 1],
  ["approval", [reply], 0],
  ["input", [reply, reply], 0],
  ["input", [reply, approve, reply], 2],
  ["partial", [reply, reply], 0],
  ["partial", [approve, reply], 2],
];

describe("prepared answers are given as the engine gives them", () => {
  test.each(table)("%s: %j", async (name, human, unused) => {
    const played = await playSession({ options: optionsOf(name), human });
    const expected = await runFlow({ ...optionsOf(name), human });
    expect(played.result).toEqual({ ...expected, uiChatLog: played.result.uiChatLog });
    expect(played.unused).toHaveLength(unused);
  });

  test("each answer is told with the question that it answers", async () => {
    const told: unknown[] = [];
    await playSession({
      options: optionsOf("approval"),
      human: [modify, approve],
      onAnswer: ({ type }, question) => told.push([type, question]),
    });
    expect(told).toEqual([
      ["modify", "Good"],
      ["approve", "Good"],
    ]);
  });
});

function optionsOf(name: keyof typeof flows): Omit<RunOptions, "human"> {
  const clock = { ...systemClock, now: () => 0, monotonic: () => 0 };
  return {
    flow: parseFlow(flows[name], "f.yml"),
    goal: "go",
    context: { project: "a/b" },
    tools: createMockRuntime(new Map(), { render: renderTemplate, clock }),
    model: countingModel(),
    clock,
    hash: sha256Hex,
    workflowId: "1",
    trial: 0,
  };
}

function countingModel(): ModelClient {
  let count = 0;
  return {
    id: "test/counting",
    kind: "live",
    chat: () => {
      count += 1;
      return Promise.resolve({
        parts: [{ type: "text", text: `reply ${count}` }],
        stopReason: "end_turn",
        usage: { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 },
        servedModel: "counting",
        firstTokenMs: 0,
        activeMs: 0,
        waitMs: 0,
        attempts: 1,
      });
    },
  };
}
