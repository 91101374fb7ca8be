import type { LintRule } from "../../rule/lint-rule.ts";

export const maxCycles: LintRule = {
  id: "max-cycles",
  origin: "service",
  severity: "error",
  codes: ["E63", "E64"],
  docs: {
    summary: "requires a limit of cycles of at least one, warned of before it is reached",
    rationale:
      "E63: the service refuses a `max_cycles`, or a `threshold` in it, below 1: the agent could not reply even once. E64: `iteration_warning_offset` says how many cycles before the end the agent is told to come to one; below 0 or not below the threshold that moment does not exist.",
    repair: "use a whole number of at least 1, or leave it out for 280",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    max_cycles: 0
    inputs: [{ from: "context:goal", as: goal }]
`,
        reports: [["E63", 6]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    max_cycles:
      threshold: 20
      iteration_warning_offset: 20
    inputs: [{ from: "context:goal", as: goal }]
`,
        reports: [["E64", 8]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    max_cycles: { threshold: 20, iteration_warning_offset: 5 }
    inputs: [{ from: "context:goal", as: goal }]
`,
      },
    ],
  },
};
