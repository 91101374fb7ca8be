import { expect, test } from "vitest";
import { parseFlow } from "../load/parse-flow.ts";
import { type PromptCoverage, promptCoverage } from "./prompt-coverage.ts";

function coverage(type: string, used: readonly string[]): unknown {
  const flow = parseFlow(
    `version: v1
environment: ambient
flow: { entry_point: a }
components:
  - name: a
    type: ${type}
    prompt_id: elsewhere
    toolset: []
    inputs:
      - context:goal
      - { from: context:b, as: b, optional: true }
routers: [{ from: a, to: end }]
`,
    "f.yml",
  );
  const [component] = flow.components;
  return component !== undefined && "promptId" in component && promptCoverage(component, used);
}

test.each<[type: string, used: string[], fit: PromptCoverage]>([
  ["AgentComponent", ["goal", "b"], { missing: [], extra: [] }],
  ["AgentComponent", ["goal"], { missing: [], extra: [] }],
  ["AgentComponent", ["b", "x", "a", "history"], { missing: ["a", "x"], extra: ["goal"] }],
  ["OneOffComponent", ["goal"], { missing: [], extra: ["b"] }],
  ["OneOffComponent", ["b", "current_date"], { missing: [], extra: ["goal"] }],
])("%s whose prompt uses %j", (type, used, fit) => {
  expect(coverage(type, used)).toEqual(fit);
});
