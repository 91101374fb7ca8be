import type { LintRule } from "../../rule/lint-rule.ts";

export const inputTarget: LintRule = {
  id: "input-target",
  origin: "service",
  severity: "error",
  codes: ["E69", "E70", "E71", "E72"],
  docs: {
    summary: "requires inputs to read a part of the state that the component may read",
    rationale:
      "What stands before the first `:` of an input is a part of the state: `context`, `conversation_history`, `status`, `ui_chat_log` or `agent_context_limits`, in exactly these letters and without spaces. `status` and `ui_chat_log` have nothing below them. The path after the colon is not checked, so a wrong one fails in a run. A literal reads nothing and only needs a name.",
    conditions: {
      E69: "an input reads something that is no part of the state",
      E70: "an input reads something below `status` or `ui_chat_log`",
      E71: "a literal has no name in `as`",
      E72: "a one-off component or a step reads more than `context` and `conversation_history`",
    },
    repair: "begin with a part of the state, `context:` most often",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
      - goal
      - Context:goal
      - " context:goal"
      - ""
      - { from: inputs.pipeline, as: pipeline }
`,
        reports: [
          ["E69", 7],
          ["E69", 8],
          ["E69", 9],
          ["E69", 10],
          ["E69", 11],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
      - status:now
      - { from: "ui_chat_log:0", as: first }
      - { from: You help., literal: true }
      - { from: You help., as: " ", literal: true }
`,
        reports: [
          ["E70", 7],
          ["E70", 8],
          ["E71", 9],
          ["E71", 10],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: elsewhere
    toolset: [get_issue]
    inputs: ["context:goal", status]
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs:
      - { from: agent_context_limits, as: file_path }
`,
        reports: [
          ["E72", 6],
          ["E72", 11],
        ],
      },
      {
        about: "A text or a mapping in place of the list is gone through by letter or key",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs: context:goal
  - name: other
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs: { from: "context:goal" }
`,
        reports: [
          ["E69", 6],
          ["E69", 11],
        ],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: helper.final_answer
      routes: { default_route: end }
`,
        reports: [["E69", 4]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
      - context
      - "context:"
      - context:inputs.pipeline..url:of
      - conversation_history:helper
      - status
      - "status:"
      - ui_chat_log
      - agent_context_limits:helper.max
      - { from: You help., as: instruction, literal: "true" }
      - { from: "nowhere:at all", as: text, literal: true }
`,
      },
    ],
  },
};
