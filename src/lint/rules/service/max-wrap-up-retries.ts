import type { LintRule } from "../../rule/lint-rule.ts";

export const maxWrapUpRetries: LintRule = {
  id: "max-wrap-up-retries",
  origin: "service",
  severity: "error",
  codes: ["E65"],
  docs: {
    summary: "requires at least one attempt to come to an end",
    rationale:
      "When an agent has used up its cycles, the service asks it for its final answer, and asks again when it calls tools instead, three times by default; then the run fails as stuck. Numbers below 1 are refused.",
    repair: "use a whole number of at least 1, or leave it out for 3",
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
    max_wrap_up_retries: 0
`,
        reports: [["E65", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_wrap_up_retries: false
`,
        reports: [["E65", 7]],
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
    max_wrap_up_retries: "1"
`,
      },
      {
        about: "Only agents have it",
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: []
    max_wrap_up_retries: 0
`,
      },
    ],
  },
};
