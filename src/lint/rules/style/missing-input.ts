import { hasSoundGraph } from "../../analysis/faults.ts";
import { whyLate } from "../../analysis/late.ts";
import { readsOf } from "../../analysis/reads.ts";
import { spotOf } from "../../analysis/spot.ts";
import { stateOf } from "../../analysis/state.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const missingInput: LintRule = {
  id: "missing-input",
  origin: "style",
  severity: "error",
  codes: ["A2", "L05"],
  docs: {
    summary: "requires what components and conditions read to be written by somebody before",
    rationale:
      "The service checks how an input is written, but not whether anything is there. A missing value that is not `optional` ends the run with a KeyError when its component, or its condition, is reached; a `default_route` does not help. The same happens, optional or not, below a value that is no mapping. Additional context is only taken over for categories that the flow declares, but for those that the executor sends by itself.",
    conditions: {
      A2: "a category of additional context is read that the flow does not declare",
      L05: "an output is read that no component has, or none that can have run before",
    },
    repair: "read something that is written before, or mark the input as `optional`",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const state = stateOf(input);
    const ways = waysOf(flow);
    return readsOf(flow).flatMap((read) => {
      const { what, from, optional, at } = read;
      const spot = spotOf(flow, at);
      const reading = state(read);
      if (reading.found) {
        const late = optional ? undefined : whyLate(read, reading.producer, ways);
        return late === undefined ? [] : [{ ...spot, code: "L05", ...late }];
      }
      if (optional && reading.always !== true) return [];
      if (reading.why === "field") return [];
      const code = reading.why === "category" ? "A2" : "L05";
      return [
        { ...spot, code, message: `${what} "${from}", ${reading.message}`, hint: reading.hint },
      ];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:inputs.merge_request.url", as: goal }
`,
        reports: [["A2", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:helpr.final_answer", as: goal }
      - { from: "context:helper.answer", as: goal }
      - { from: "context:project", as: goal }
      - { from: "context:goal.first", as: goal, optional: true }
routers:
  - { from: helper, to: writer }
  - { from: writer, to: end }
`,
        reports: [
          ["L05", 12],
          ["L05", 13],
          ["L05", 14],
          ["L05", 15],
        ],
      },
      {
        about: "The fields of an answer are those of its response schema",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: verdict
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { kind: { type: string } } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.decision
      routes: { bug: abort, default_route: end }
`,
        reports: [["L05", 14]],
      },
      {
        about: "A component has no output before it has run",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:step.tool_responses", as: goal }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - { from: step, to: end }
`,
        reports: [["L05", 7]],
      },
      {
        about: "A subagent answers its supervisor and nobody else",
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:writer.final_answer", as: goal }
routers:
  - { from: lead, to: helper }
  - { from: helper, to: end }
`,
        reports: [["L05", 16]],
      },
      {
        about: "What the executor sends is plain text, whatever the flow declares",
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: user_rule
      input_schema: { text: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:inputs.user_rule.text", as: goal, optional: true }
`,
        reports: [["L05", 12]],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      input_schema: { url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [todo_write]
    inputs:
      - { from: "context:inputs.merge_request.url", as: goal }
      - { from: "context:inputs.user_rule", as: goal }
      - { from: "context:namespace.web_url", as: goal }
      - { from: "status", as: goal }
  - name: writer
    type: OneOffComponent
    prompt_id: help
    toolset: [get_current_user]
    inputs:
      - { from: "context:helper.final_answer", as: goal }
      - { from: "context:helper.last_todo_write.todos", as: goal }
      - { from: "conversation_history:helper", as: goal }
  - name: step
    type: DeterministicStepComponent
    tool_name: gitlab_api_get
    inputs:
      - { from: "context:writer.parsed_responses.project.path", as: endpoint }
routers:
  - { from: helper, to: writer }
  - { from: writer, to: step }
  - { from: step, to: end }
`,
      },
      {
        about: "A supervisor has begun when its subagents work",
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - name: writer
    type: AgentComponent
    description: Writes.
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:lead.delegation_count", as: goal }
routers:
  - { from: lead, to: end }
`,
      },
      {
        about: "A category may bring more fields than it declares, of which another rule warns",
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      input_schema: { url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:inputs.merge_request.iid", as: goal }
`,
      },
      {
        about: "An optional value may be missing; that it always is, another rule says",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:project", as: goal, optional: true }
`,
      },
    ],
  },
};
