import type { LintRule } from "../../rule/lint-rule.ts";

export const toolOptions: LintRule = {
  id: "tool-options",
  origin: "service",
  severity: "error",
  codes: ["E56", "E57", "E58"],
  docs: {
    summary: "requires presets of a tool to be flat values for parameters that it has",
    rationale:
      "An item of a toolset may be a mapping from a tool to presets: arguments that the model cannot choose. The service knows which parameters the tool has and how deep a value may be, but does not look at its kind. Unknown tools are dropped together with their presets, and the forms that a tool had before do not count.",
    conditions: {
      E56: "a preset names no parameter of the tool",
      E57: "the value of a preset is nested more than one level deep",
      E58: "presets are neither empty nor a mapping",
    },
    repair: "write a mapping from parameters of the tool to plain values",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue:
          project_id: 7
          projectid: 7
      - run_command: { program: git }
      - create_issue: { labels: [[bug]] }
      - update_issue: { labels: { all: { of: them } } }
      - get_merge_request: [project_id]
      - read_file: 5
`,
        reports: [
          ["E56", 9],
          ["E56", 10],
          ["E57", 11],
          ["E57", 12],
          ["E58", 13],
          ["E58", 14],
        ],
      },
      {
        about: "A list or a text is gone through as if it were names",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue: [project]
      - read_file: readonly
`,
        reports: [
          ["E56", 7],
          ["E56", 8],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - create_issue: { project_id: 7, labels: [bug, docs] }
      - get_issue: { url: 5 }
        read_file: { limit: many }
`,
      },
      {
        about:
          "Empty presets, and those of unknown tools and of tools that nobody executes, are ignored",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue:
      - create_issue: []
      - read_file: ""
      - no_such_tool: { anything: 1 }
      - handover_tool: { anything: 1 }
`,
      },
    ],
  },
};
