import { expect, test } from "vitest";
import type { FlowKnowledge, KnownTool } from "../../../flow/index.ts";
import { bundledKnowledge } from "../../knowledge/index.ts";
import { lintText } from "../../lint-text.ts";
import { completeExample } from "../../rule/complete-example.ts";

const flow = completeExample({
  yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: [{ from: "context:current_date", as: today }]
    toolset: [{ made_up: { amount: many } }]
prompts:
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { system: A, user: "{{ today }}" } }
`,
});

const plain: KnownTool = {
  name: "made_up",
  parameters: ["amount"],
  required: [],
  optionNames: ["amount"],
  executable: true,
  olderForms: [],
};

function rulesFor(tool: KnownTool): readonly string[] {
  const { tool: find } = bundledKnowledge;
  const knowledge: FlowKnowledge = {
    ...bundledKnowledge,
    tool: (name) => (name === tool.name ? tool : find?.(name)),
  };
  return lintText(flow, "flow.yml", { knowledge }).map(({ rule }) => rule);
}

test.each([
  ["preset-type", { inputSchema: { properties: { amount: { type: "integer" } } } }],
  ["project-context", { needsProject: true }],
  ["deprecated-fields", { isDeprecated: true }],
  ["secret-guidance", { effect: "execute_command" }],
] as const)("%s judges a tool by what is known of it, not by our own catalog", (rule, facts) => {
  expect(rulesFor({ ...plain, ...facts })).toContain(rule);
  expect(rulesFor(plain)).not.toContain(rule);
});
