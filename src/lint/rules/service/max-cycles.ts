import type { LintRule } from "../../rule/lint-rule.ts";

export const maxCycles: LintRule = {
  id: "max-cycles",
  origin: "service",
  severity: "error",
  codes: ["E63", "E64"],
  docs: {
    summary: "requires a limit of cycles of at least one, warned of before it is reached",
    rationale:
      "`max_cycles` of an agent is a number, or a mapping with a `threshold` and how many cycles before it the agent is told that the end is near (`iteration_warning_offset`: ten where it is left out, or one less than the threshold if that is smaller; null for never). Below 1 the agent could not reply even once, and with an offset below 0, or not below the threshold, the warning would never come.",
    conditions: {
      E63: "`max_cycles`, or the `threshold` in it, is below 1",
      E64: "`iteration_warning_offset` is below 0, or not below the threshold",
    },
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
    inputs: ["context:goal"]
    max_cycles: 0
  - name: other
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: { threshold: "-1" }
`,
        reports: [
          ["E63", 7],
          ["E63", 13],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles:
      threshold: 20
      iteration_warning_offset: 20
`,
        reports: [["E64", 9]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: { threshold: 20, iteration_warning_offset: -1 }
`,
        reports: [["E64", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: no
`,
        reports: [["E63", 7]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: { threshold: 20, iteration_warning_offset: 19, unit: cycles }
  - name: other
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: { threshold: 1, iteration_warning_offset: 0 }
`,
      },
      {
        about: "As a number, true is 1",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: true
  - name: other
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: { threshold: "5", iteration_warning_offset: }
`,
      },
    ],
  },
};
