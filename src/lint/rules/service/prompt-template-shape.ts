import type { LintRule } from "../../rule/lint-rule.ts";

export const promptTemplateShape: LintRule = {
  id: "prompt-template-shape",
  origin: "service",
  severity: "error",
  codes: ["E24"],
  docs: {
    summary: "requires templates that are texts or lists of texts, under their roles",
    rationale:
      "`prompt_template` maps a role, `system` or `user` most often, to a template or a list of them, each of which becomes a message. Which roles exist is not looked at before a run; that every value is text is.",
    repair: "put the template in quotes, or below `|`",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system:
      user: ["{{ goal }}", 5]
      assistant: { text: Hello. }
`,
        reports: [
          ["E24", 6],
          ["E24", 7],
          ["E24", 8],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: "{{ goal }}"
`,
        reports: [["E24", 5]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You help.
      user: ["{{ goal }}", Thank you.]
      placeholder: history
`,
      },
      {
        about: "A template without roles says nothing, and is one",
        yaml: `prompts:
  - { prompt_id: idle, name: idle, unit_primitives: [], prompt_template: {} }
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { user: "{{ goal }}" } }
`,
      },
    ],
  },
};
