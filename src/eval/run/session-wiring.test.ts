import { describe, expect, test } from "vitest";
import { type EvalRun, runEval } from "../../../fixtures/eval/run-eval.ts";

const flows = {
  chat: `version: v1
environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    prompt_id: helper
    toolset: [get_issue, create_issue_note]
routers: []
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You help. }
`,
  team: `version: v1
environment: ambient
flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: p
    toolset: []
    inputs: [{ from: "context:goal", as: goal }]
    subagents: [{ name: one }, { name: two }]
  - { name: one, type: AgentComponent, description: O., prompt_id: p, toolset: [], inputs: ["context:goal"] }
  - { name: two, type: AgentComponent, description: T., prompt_id: p, toolset: [], inputs: ["context:goal"] }
routers: [{ from: lead, to: end }]
prompts:
  - prompt_id: p
    name: P
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: S, user: "{{ goal }}" }
`,
} as const;

const url = "https://gitlab.example.com/shop/web/-/issues/7";
const script = `script: a
replies:
  - when: { user: write it }
    turns:
      - calls: [{ tool: create_issue_note, args: { url: "${url}", body: hi } }]
      - text: Done.
  - when: { user: search it }
    turns:
      - calls: [{ tool: linear_search, args: { q: hi } }]
      - text: Done.
  - when: { user: plan it }
    turns:
      - calls:
          - { tool: delegate_task, args: { subagent_name: one, description: a, prompt: a } }
          - { tool: delegate_task, args: { subagent_name: two, description: b, prompt: b } }
      - text: Done.
  - turns: [{ text: ok }]
`;

/** One case under a target with these keys besides its flow. */
async function run(flow: keyof typeof flows, session: string, testCase: string): Promise<EvalRun> {
  const suite = `suite: one
target: { flow: ${flow}${session === "" ? "" : `, ${session}`} }
script: a.script.yml
tools:
  create_issue_note: { returns: { note: { id: 1 } } }
  linear_search: { schema: { q: string }, returns: found }
cases:
  - { id: a, ${testCase}, expect: [status: [completed, waiting_input, waiting_approval]] }
`;
  return runEval({
    [`flows/${flow}/1.0.0.yml`]: flows[flow],
    "a.suite.yml": suite,
    "a.script.yml": script,
  });
}

type Row = readonly [
  session: string,
  flow: keyof typeof flows,
  testCase: string,
  status: string,
  answered: readonly string[],
];

const write = "ask: write it";
const some = "privileges: [read_write_gitlab]";

test.each<Row>([
  ["", "chat", write, "waiting_input", ["create_issue_note"]],
  ["privileges: []", "chat", write, "waiting_input", []],
  ["privileges: [read_only_gitlab]", "chat", write, "waiting_input", []],
  [some, "chat", write, "waiting_approval", []],
  [some, "chat", `${write}, human: [approve]`, "waiting_input", ["create_issue_note"]],
  [
    `${some}, pre_approved_privileges: [read_write_gitlab]`,
    "chat",
    write,
    "waiting_input",
    ["create_issue_note"],
  ],
  ["denied_tools: [create_issue_note]", "chat", write, "waiting_input", []],
  ["denied_tools: [get_issue]", "chat", write, "waiting_input", ["create_issue_note"]],
  ["", "chat", "ask: search it", "waiting_input", []],
  ["mcp_tools: [linear_search]", "chat", "ask: search it", "waiting_input", ["linear_search"]],
])("{ %s } in %s, { %s }: %s, answered %j", async (session, flow, testCase, status, answered) => {
  const { trials } = await run(flow, session, testCase);
  expect(trials[0]).toMatchObject({ outcome: "pass", status });
  const { calls } = trials[0] ?? { calls: [] };
  expect(calls.filter(({ isError }) => !isError).map(({ tool }) => tool)).toEqual(answered);
});

test.each([
  ["", ["lead"], 1],
  ["features: [dap_parallel_subagents]", ["lead", "one", "two"], 0],
])("{ %s }: two tasks at once lead to %j", async (session, visited, refused) => {
  const { trials } = await run("team", session, "ask: plan it");
  const { route = [], calls = [] } = trials[0] ?? {};
  expect(route.filter((name) => name !== "end")).toEqual(visited);
  expect(calls.some(({ isError }) => isError)).toBe(refused > 0);
});

describe("what is kept from an agent stands in the journal", () => {
  test.each([
    ["", 0],
    ["denied_tools: [get_issue, create_issue_note]", 2],
    ["privileges: [read_only_gitlab]", 1],
  ])("{ %s }: %d tools", async (session, excluded) => {
    const { events } = await run("chat", session, write);
    const notes = events.filter((event) => event.type === "note" && event.kind === "tool_excluded");
    expect(notes).toHaveLength(excluded);
  });
});

test("targets of one suite may differ in their sessions", async () => {
  const { trials, record } = await runEval({
    "flows/chat/1.0.0.yml": flows.chat,
    "a.script.yml": script,
    "a.suite.yml": `suite: one
targets:
  free: { flow: chat }
  held: { flow: chat, denied_tools: [create_issue_note] }
script: a.script.yml
tools: { create_issue_note: { returns: ok } }
cases: [{ id: a, ask: write it, expect: [called: create_issue_note] }]
`,
  });
  expect(record.cases.map(({ target }) => target)).toEqual(["free", "held"]);
  expect(trials.map(({ calls }) => calls[0]?.isError)).toEqual([false, true]);
});
