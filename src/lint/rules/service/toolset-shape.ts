import type { LintRule } from "../../rule/lint-rule.ts";

export const toolsetShape: LintRule = {
  id: "toolset-shape",
  origin: "service",
  severity: "error",
  codes: ["E55"],
  docs: {
    summary: "requires a toolset that can be gone through",
    rationale:
      "A toolset is a list of names of tools. The service goes through it before it even looks at the component's type, so a null or a number in its place fails for every type, also for those that call no tools. A text or a mapping does not fail: the service goes through its letters or keys, drops those that are no tools, and nobody is told.",
    repair: "write a list, `toolset: []` for none",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset:
    inputs: ["context:goal"]
  - name: asker
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
    toolset: 5
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
    toolset: true
`,
        reports: [
          ["E55", 5],
          ["E55", 11],
          ["E55", 15],
        ],
      },
    ],
    good: [
      {
        about: "Items that are no names are skipped, and so are unknown names",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [get_issue, 5, null, [get_issue], no_such_tool]
    inputs: ["context:goal"]
`,
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: get_issue
    inputs: ["context:goal"]
  - name: other
    type: AgentComponent
    prompt_id: help
    toolset: { get_issue: }
    inputs: ["context:goal"]
`,
      },
    ],
  },
};
