import type { LintRule } from "../../rule/lint-rule.ts";

export const stepTool: LintRule = {
  id: "step-tool",
  origin: "service",
  severity: "error",
  codes: ["E83", "E84", "E85"],
  docs: {
    summary: "requires a deterministic step to call a tool that it has",
    rationale:
      "A `DeterministicStepComponent` calls the tool in `tool_name`, without a model. Its toolset is that one tool, unless the component writes another, which must then contain it. This is the one place where the service notices an unknown tool. It says that a toolset is required, because the one it made of the name came out empty; the same happens for tools of MCP servers, which the validator does not have, and for those that nobody can execute.",
    conditions: {
      E83: "`tool_name` is absent or empty",
      E84: "no tool is left in the toolset, most often because the tool is unknown",
      E85: "the toolset has tools, but not this one",
    },
    repair: "name a tool that exists, and leave `toolset` out",
  },
  examples: {
    bad: [
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    toolset: [get_plan]
  - { name: empty, type: DeterministicStepComponent, tool_name: "" }
  - { name: none, type: DeterministicStepComponent, tool_name: }
routers: [{ from: step, to: end }]
`,
        reports: [
          ["E83", 3],
          ["E83", 6],
          ["E83", 7],
        ],
      },
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: reed_file
  - name: marker
    type: DeterministicStepComponent
    tool_name: handover_tool
  - name: none
    type: DeterministicStepComponent
    tool_name: get_plan
    toolset: []
  - name: unknown
    type: DeterministicStepComponent
    tool_name: get_plan
    toolset: [no_such_tool]
routers: [{ from: step, to: end }]
`,
        reports: [
          ["E84", 5],
          ["E84", 8],
          ["E84", 12],
          ["E84", 16],
        ],
      },
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
    toolset: [get_issue]
  - name: unknown
    type: DeterministicStepComponent
    tool_name: no_such_tool
    toolset: [no_such_tool, get_issue]
routers: [{ from: step, to: end }]
`,
        reports: [
          ["E85", 6],
          ["E85", 9],
        ],
      },
    ],
    good: [
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
  - name: other
    type: DeterministicStepComponent
    tool_name: get_plan
    toolset: [get_issue, get_plan, no_such_tool]
routers: [{ from: step, to: end }]
`,
      },
      {
        about: "Agents may be given a single tool in this way, also one that does not exist",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    tool_name: no_such_tool
    inputs: ["context:goal"]
`,
      },
    ],
  },
};
