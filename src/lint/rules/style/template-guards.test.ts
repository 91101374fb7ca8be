import { expect, test } from "vitest";
import { lintText } from "../../lint-text.ts";
import { completeExample } from "../../rule/complete-example.ts";

const inputs = `      - { from: "context:goal", as: goal, optional: true }
      - { from: "context:project_id", as: project_id, optional: true }
      - { from: "context:project_http_url_to_repo", as: project_url, optional: true }
      - { from: "context:inputs.merge_request.url", as: url, optional: true }
      - { from: "context:inputs.merge_request.title", as: title, optional: true }
      - { from: "context:inputs.merge_request.draft", as: draft, optional: true }
      - { from: "context:step.tool_responses", as: result, optional: true }
      - { from: "context:first.final_answer", as: answer, optional: true }
      - { from: "context:judge.final_answer.kind", as: kind }
      - { from: "context:judge.final_answer.note", as: note }
      - { from: "context:nothing", as: nothing, optional: true }
      - { from: some text, as: literal, literal: true, optional: true }
`;

function nullsIn(template: string, version = "v1"): readonly string[] {
  const yaml = completeExample({
    yaml: `version: ${version}
flow:
  entry_point: first
  inputs:
    - category: merge_request
      input_schema:
        { url: { type: string }, title: { type: string }, draft: { type: boolean, optional: true } }
components:
  - { name: first, type: AgentComponent, prompt_id: begin, toolset: [], inputs: ["context:goal"] }
  - { name: judge, type: AgentComponent, prompt_id: begin, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
${inputs}response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { kind: { type: string }, note: { type: string } },
      required: [kind] }
routers:
  - { from: first, to: judge }
  - { from: judge, to: step }
  - { from: step, to: helper }
  - { from: helper, to: end }
prompts:
  - prompt_id: begin
    name: begin
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: You help.
      user: |
        ${template}
`,
  });
  const found = lintText(yaml, "flow.yml").filter(({ rule }) => /none-printed|failure/.test(rule));
  return found.map(({ rule, message }) => {
    return `${rule === "template-none-printed" ? "prints" : "fails"} ${/where "(\w+)"/.exec(message)?.[1]}`;
  });
}

test.each<[string, readonly string[]]>([
  ["{{ project_id }}", ["prints project_id"]],
  ["{{ project_id }} {{ project_id }}", ["prints project_id"]],
  ["{{ project_id }} {{ url }}", ["prints project_id", "prints url"]],
  ["{{ goal }} {{ answer }} {{ kind }} {{ literal }}", []],
  ["{{ result }}", ["prints result"]],
  ["{{ note }}", ["prints note"]],
  ["{{ nothing }}", []],
  ["{% if project_id %}{{ project_url }}{% endif %}", []],
  ["{% if url %}{{ title }}{% endif %}", []],
  ["{% if draft %}{{ title }}{% endif %}", []],
  ["{% if url %}{{ draft }}{% endif %}", ["prints draft"]],
  ["{% if url %}{{ project_id }}{% endif %}", ["prints project_id"]],
  ["{% for part in title %}{{ part }}{% endfor %}", ["fails title"]],
  ["{% if url %}{{ title | length }}{% endif %}", []],
  ["{{ 'x' in url }} {{ url }}", ["fails url", "prints url"]],
])("%s %j", (template, expected) => {
  expect(nullsIn(template)).toEqual(expected);
});

test("an experimental flow always has a project", () => {
  expect(nullsIn("{{ project_id }} {{ project_url }}", "experimental")).toEqual([]);
});
