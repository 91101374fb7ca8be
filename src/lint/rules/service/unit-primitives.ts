import type { LintRule } from "../../rule/lint-rule.ts";

export const unitPrimitives: LintRule = {
  id: "unit-primitives",
  origin: "service",
  severity: "error",
  codes: ["E23"],
  docs: {
    summary: "requires a list of unit primitives that exist",
    rationale:
      "A unit primitive is what a call of a model is counted as. The service knows a fixed set of them, uses the first of the list and takes `duo_agent_platform` for an empty one. It wants a list in any case.",
    repair: "write `unit_primitives: [duo_agent_platform]`, or `[]` for the same",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: [duo_agents, 5]
    prompt_template: { user: "{{ goal }}" }
`,
        reports: [
          ["E23", 4],
          ["E23", 4],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: duo_agent_platform
    prompt_template: { user: "{{ goal }}" }
`,
        reports: [["E23", 4]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives:
    prompt_template: { user: "{{ goal }}" }
`,
        reports: [["E23", 4]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: [duo_agent_platform, duo_chat]
    prompt_template: { user: "{{ goal }}" }
`,
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
`,
      },
    ],
  },
};
