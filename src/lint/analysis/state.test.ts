import { expect, test } from "vitest";
import { type FlowKnowledge, inspectFlow } from "../../flow/index.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { completeExample } from "../rule/complete-example.ts";
import { stateOf } from "./state.ts";

const yaml = `flow:
  entry_point: plan
  inputs:
    - category: merge_request
      input_schema:
        url: { type: string }
        labels: { type: array }
        draft: { type: boolean, optional: true }
        author: { type: object }
components:
  - { name: plan, type: AgentComponent, prompt_id: help, toolset: [todo_write], inputs: ["context:goal"] }
  - { name: judge, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict, require_tool_approval: true }
  - { name: fix, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: create_repository_branch, response_schema_version: ^1.0.0 }
  - { name: once, type: OneOffComponent, prompt_id: help, toolset: [get_issue] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: ask, type: HumanInputComponent, sends_response_to: plan, message_template: "" }
  - { name: lead, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      subagents: [{ name: sub }] }
  - { name: sub, type: AgentComponent, description: Helps., prompt_id: help, toolset: [todo_write],
      inputs: ["context:goal"] }
  - { name: goal, type: DeterministicStepComponent, tool_name: get_current_user }
response_schemas:
  - schema_id: verdict
    definition:
      type: object
      properties:
        kind: { enum: [bug, 2, true] }
        sure: { type: boolean }
        text: { anyOf: [{ type: integer }] }
        parts: { type: array }
        place: { type: object, properties: { line: { type: integer } } }
      required: [kind, place]
routers: []
`;

function read(from: string, version = "v1", knowledge: FlowKnowledge = bundledKnowledge): string {
  const text = completeExample({ yaml: `version: ${version}\n${yaml}` });
  const [target = "", rest = ""] = from.split(":");
  const path = rest === "" ? [] : rest.split(".");
  const reading = stateOf({ ...inspectFlow(text, "flow.yml"), knowledge })({ target, path });
  if (!reading.found)
    return `${reading.always === true ? "never" : reading.why}: ${reading.message}`;
  const { shape, producer, group } = reading;
  const parts = [
    shape.kind,
    shape.nullable === true ? "or null" : "",
    shape.texts?.join("|") ?? "",
  ];
  const by = producer === undefined ? "" : `by ${producer}`;
  return [...parts, by, group ?? ""].filter((part) => part !== "").join(" ");
}

test.each([
  ["context", "mapping"],
  ["ui_chat_log", "any"],
  ["context:workflow_id", "text"],
  ["context:project_http_url_to_repo", "text or null project"],
  ["context:namespace.name", "text or null namespace"],
  ["context:namespace.path", 'output: but "context:namespace" has no "path"'],
  ["context:workflow_id.x", 'never: but "context:workflow_id" is not a mapping'],
  ["context:goal.tool_responses", "any by goal"],
  ["context:project", "output: which nothing in the flow writes"],
  ["context:inputs", "mapping"],
  ["context:inputs.merge_request", "mapping"],
  ["context:inputs.merge_request.url", "text category:merge_request"],
  [
    "context:inputs.merge_request.labels.first",
    'never: but "context:inputs.merge_request.labels" is a list',
  ],
  ["context:inputs.merge_request.draft", "flag True|False field:merge_request.draft"],
  ["context:inputs.merge_request.author.name", "any category:merge_request"],
  [
    "context:inputs.merge_request.iid",
    'field: a field that category "merge_request" does not declare',
  ],
  ["context:inputs.pipeline.url", "category: a category that the flow does not declare"],
  ["context:inputs.user_rule", "text"],
  ["context:inputs.user_rule.x", 'never: but "context:inputs.user_rule" is not a mapping'],
  ["context:inputs.cancelled_turn", "list"],
  ["context:plan", "mapping by plan"],
  ["context:plan.final_answer", "text by plan"],
  ["context:plan.final_answer.x", 'never: but "context:plan.final_answer" is not a mapping'],
  ["context:plan.last_todo_write.todos", "any by plan"],
  ["context:plan.cycle_count", "integer by plan"],
  ["context:plan.tool_approval_decision", 'output: which "plan" does not write'],
  ["context:judge.tool_approval_decision", "any by judge"],
  ["context:judge.last_todo_write", 'output: which "judge" does not write'],
  ["context:judge.final_answer", "mapping by judge"],
  ["context:judge.final_answer.kind", "any bug|2|True by judge"],
  ["context:judge.final_answer.sure", "flag or null True|False by judge"],
  ["context:judge.final_answer.text", "text or null by judge"],
  ["context:judge.final_answer.place.line", "integer or null by judge"],
  [
    "context:judge.final_answer.verdict",
    'output: but "context:judge.final_answer" has no "verdict"',
  ],
  ["context:fix.final_answer.status", "any success|failed by fix"],
  ["context:once.execution_result", "text success|failed by once"],
  ["context:once.parsed_responses.a.b", "any by once"],
  ["context:once.final_answer", 'output: which "once" does not write'],
  ["context:step.error", "text or null by step"],
  ["context:step.tool_responses.x", "any by step"],
  ["context:ask.approval", "text approve|reject|modify by ask"],
  ["context:ask.final_answer", 'output: which "ask" does not write'],
  ["context:lead.delegation_count", "integer or null by lead"],
  ["context:lead.sub.1.final_answer", "any by lead"],
  ["context:lead__sub__1.goal", "any"],
  ["context:sub.final_answer", 'output: but "sub" is a subagent'],
  ["context:sub.last_todo_write", "any by sub"],
  ["conversation_history:plan", "any by plan"],
  ["conversation_history:step", "output: which has none of its own"],
  ["conversation_history:sub", "output: which has none of its own"],
  ["conversation_history:nobody", "output: which is no component"],
  ["conversation_history:lead__sub__1", "any"],
])("%s is %s", (from, expected) => {
  expect(read(from)).toBe(expected);
});

test("the status is one of fourteen", () => {
  expect(read("status")).toMatch(/^text created\|Not Started\|.*\|stopped$/);
});

test.each([
  ["context:project_http_url_to_repo", "text"],
  ["context:namespace", "output: which nothing in the flow writes"],
  ["context:plan.something_else", "any by plan"],
  ["context:nobody.final_answer", "output: which nothing in the flow writes"],
])("in an experimental flow %s is %s", (from, expected) => {
  expect(read(from, "experimental")).toBe(expected);
});

test("a response schema that nobody knows may have any field", () => {
  expect(read("context:fix.final_answer.anything", "v1", {})).toBe("any by fix");
});
