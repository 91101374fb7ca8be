import { hasSoundGraph } from "../../analysis/faults.ts";
import { whyLate } from "../../analysis/late.ts";
import { readsOf } from "../../analysis/reads.ts";
import { spotOf } from "../../analysis/spot.ts";
import { stateOf } from "../../analysis/state.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const undeclaredInput: LintRule = {
  id: "undeclared-input",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary:
      "reports optional inputs that never have a value, and fields that no category declares",
    rationale:
      "An optional input is null where nothing is found, so that one which reads the wrong place is never noticed: the prompt just goes without it. The fields that a category declares are the only ones of which the service makes sure; others may come with it, but nothing asks for them, and who reads the flow cannot know.",
    repair: "read what somebody writes or declares, or remove the input",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const state = stateOf(input);
    const ways = waysOf(flow);
    return readsOf(flow).flatMap((read) => {
      const { what, from, optional, at } = read;
      const reading = state(read);
      if (reading.found) {
        const late = optional ? whyLate(read, reading.producer, ways) : undefined;
        // What is null the first time may be there the second time.
        const isCycle =
          late !== undefined && ways.mayFollow(reading.producer ?? "", read.component);
        if (late === undefined || isCycle) return [];
        const message = `${late.message}, so that it is always null`;
        return [
          { ...spotOf(flow, at), message, hint: "remove it, or read what is written before" },
        ];
      }
      if (reading.always === true || (!optional && reading.why !== "field")) return [];
      const effect = reading.why === "field" ? "" : ", so that it is always null";
      const message = `${what} "${from}", ${reading.message}${effect}`;
      return [{ ...spotOf(flow, at), message, hint: reading.hint }];
    });
  },
  examples: {
    bad: [
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
    toolset: []
    inputs:
      - { from: "context:project", as: goal, optional: true }
      - { from: "context:inputs.merge_reqest.url", as: goal, optional: true }
      - { from: "context:inputs.merge_request.uri", as: goal }
      - { from: "context:step.error", as: goal, optional: true }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - { from: step, to: end }
`,
        reports: [
          ["undeclared-input", 12],
          ["undeclared-input", 13],
          ["undeclared-input", 14],
          ["undeclared-input", 15],
        ],
      },
      {
        about: "What is tracked with an answer counts as optional",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: verdict
    response_schema_tracking: true
    response_schema_tracking_context:
      where: context:inputs.merge_request.url
      project: context:project_id
response_schemas:
  - schema_id: verdict
    definition: { type: object, properties: { kind: { type: string } } }
`,
        reports: [["undeclared-input", 10]],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      input_schema: { url: { type: string, optional: true } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.merge_request.url", as: goal, optional: true }
      - { from: "context:inputs.workspace_agent_skills", as: goal, optional: true }
`,
      },
      {
        about: "The second time around it is there",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:helper.final_answer", as: goal, optional: true }
      - { from: "context:step.error", as: goal, optional: true }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - from: step
    condition:
      input: context:step.execution_result
      routes: { failed: helper, success: end }
`,
      },
    ],
  },
};
