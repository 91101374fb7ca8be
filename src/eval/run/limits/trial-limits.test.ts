import { describe, expect, test } from "vitest";
import { type EvalOptions, helperProject, runEval } from "../../../../fixtures/eval/run-eval.ts";
import type { ChatReply, ModelClient } from "../../../model/index.ts";
import type { TrialRecord } from "../../../record/index.ts";

const url = "https://gitlab.example.com/shop/web/-/issues/7";
const look = { tool: "get_issue", args: { url } };
const script = `script: a
replies:
  - when: { user: { $contains: twice } }
    turns:
      - calls: [${JSON.stringify(look)}, ${JSON.stringify(look)}]
      - calls: [{ tool: get_issue, args: {} }]
      - text: Done.
  - when: { user: { $contains: talk } }
    turns: [{ text: One. }, { text: Two. }, { text: Three. }]
`;

const askingFlow = `version: v1
environment: ambient
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, prompt_id: p, toolset: [], inputs: ["context:goal"] }
  - name: h
    type: HumanInputComponent
    sends_response_to: a
    message_template: "Agree to {{ plan }}?"
    inputs: [{ from: "context:a.final_answer", as: plan }]
routers:
  - { from: a, to: h }
  - from: h
    condition: { input: "context:h.approval", routes: { approve: end, reject: abort, modify: a } }
prompts:
  - prompt_id: p
    name: p
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: S, user: "{{ goal }}", placeholder: history }
`;

const usage = { inputTokens: 700, outputTokens: 100, cacheReadTokens: 150, cacheWriteTokens: 50 };

/** A model that calls a tool twice and then answers: 1,000 tokens each time. */
function threeReplies(): ModelClient & { readonly asked: () => number } {
  let asked = 0;
  const reply = (parts: ChatReply["parts"]): ChatReply => ({
    parts,
    stopReason: parts[0]?.type === "text" ? "end_turn" : "tool_use",
    usage,
    servedModel: "m",
    firstTokenMs: 1,
    activeMs: 1,
    waitMs: 0,
    attempts: 1,
  });
  return {
    id: "test/model",
    kind: "live",
    asked: () => asked,
    chat: async () => {
      asked += 1;
      if (asked === 3) return reply([{ type: "text", text: "Done." }]);
      return reply([{ type: "tool_call", id: `c${asked}`, name: "get_issue", args: { url } }]);
    },
  };
}

async function trialOf(text: string, options: EvalOptions = {}): Promise<TrialRecord> {
  const suite = `suite: one
target: { flow: helper }
script: a.script.yml
tools: { get_issue: { returns: { title: The cart } } }
cases:
  - { id: a, ${text} }
`;
  const { trials } = await runEval(helperProject(suite, script), options);
  const [trial] = trials;
  if (trial === undefined) throw new Error("no trial");
  return trial;
}

describe("tool calls", () => {
  const ask = "ask: twice, expect: [answer: Done]";

  test.each<[number, string, number]>([
    // What is refused counts as well: the third call lacks its arguments.
    [3, "pass", 3],
    [2, "agent_error", 3],
    [1, "agent_error", 1],
    [0, "agent_error", 0],
  ])("of at most %i: %s after %i", async (max, outcome, calls) => {
    const trial = await trialOf(`${ask}, limits: { max_tool_calls: ${max} }`);
    expect(trial).toMatchObject({ outcome });
    expect(trial.calls).toHaveLength(calls);
    if (outcome === "pass") return;
    expect(trial.reason).toBe(
      `tool_call_limit: the agent calls tools more than ${max} times (max_tool_calls)`,
    );
  });
});

describe("tokens and cost of a live model", () => {
  const ask = "ask: hello, expect: [answer: Done]";
  const prices = { model: { input: 1, output: 1 } };

  test.each<[string, string, number]>([
    ["max_tokens: 3000", "pass", 3],
    // A last answer may be too much as well.
    ["max_tokens: 2999", "token_limit: the agent used 3000 tokens of 2999 (max_tokens)", 3],
    ["max_tokens: 1000", "token_limit: the agent used 2000 tokens of 1000 (max_tokens)", 2],
    ["max_tokens: 1", "token_limit: the agent used 1000 tokens of 1 (max_tokens)", 1],
    ["max_cost_usd: 0.003", "pass", 3],
    [
      "max_cost_usd: 0.0015",
      "cost_limit: the agent's tokens cost $0.0020 of $0.0015 (max_cost_usd)",
      2,
    ],
  ])("%s: %s after %i replies", async (limits, expected, replies) => {
    const client = threeReplies();
    const trial = await trialOf(`${ask}, limits: { ${limits} }`, {
      sources: { flags: { model: client.id } },
      models: { [client.id]: client },
      prices,
    });
    expect(trial.outcome === "pass" ? "pass" : `${trial.outcome} ${trial.reason}`).toBe(
      expected === "pass" ? "pass" : `agent_error ${expected}`,
    );
    // What was used is on record, and nothing more was asked.
    expect(trial.replies).toBe(replies);
    expect(client.asked()).toBe(replies);
    expect(trial.usage.inputTokens).toBe(700 * replies);
    expect(trial.costUsd).toBeCloseTo(0.001 * replies);
  });
});

describe("turns", () => {
  const talk = (max: number): string =>
    `conversation: [{ user: talk }, { user: more }, { user: again }], expect: [answer: Three], limits: { max_turns: ${max} }`;

  test.each<[number, string, number]>([
    [3, "pass", 3],
    [2, "agent_error", 2],
    [1, "agent_error", 1],
  ])("at most %i: %s after %i replies", async (max, outcome, replies) => {
    const suite = `suite: one
target: { flow: talker }
script: a.script.yml
cases: [{ id: a, ${talk(max)} }]
`;
    const project = helperProject(suite, script);
    const flow = Object.values(project)[0] ?? "";
    const chat = flow.replaceAll("helper", "talker").replace("ambient", "chat-partial");
    const { trials } = await runEval({ ...project, "flows/talker/1.0.0.yml": chat });
    expect(trials[0]).toMatchObject({ outcome, replies });
    if (outcome === "pass") return;
    expect(trials[0]?.reason).toBe(
      `turn_limit: the conversation takes more than ${max} turns (max_turns)`,
    );
  });

  test.each<[number, string]>([
    [2, "waiting_input"],
    [1, "failed"],
  ])("people who answer take turns: with %i it is %s", async (max, status) => {
    const suite = `suite: one
target: { flow: asker }
script: a.script.yml
cases:
  - { id: a, ask: talk, human: [{ reply: Blue }], expect: [status: waiting_input], limits: { max_turns: ${max} } }
`;
    const { trials } = await runEval({
      ...helperProject(suite, script),
      "flows/asker/1.0.0.yml": askingFlow,
    });
    expect(trials[0]).toMatchObject({ status });
    if (status === "failed") expect(trials[0]?.reason).toMatch(/^turn_limit in .*\(max_turns\)$/);
  });
});
