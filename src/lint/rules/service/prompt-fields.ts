import type { LintRule } from "../../rule/lint-rule.ts";

export const promptFields: LintRule = {
  id: "prompt-fields",
  origin: "service",
  severity: "error",
  codes: ["E20", "E21", "E22"],
  docs: {
    summary: "requires the four fields of a prompt, and no others than it may have",
    rationale:
      "An entry of `prompts` needs `prompt_id`, `name`, `unit_primitives` and `prompt_template`. Unlike components, which ignore keys that they do not know, a prompt is refused for one. GitLab's own guide prints prompts without `name` and `unit_primitives`; copied as they are, they fail here.",
    conditions: {
      E20: "one of the four fields is absent",
      E21: "a prompt has a key that prompts do not have",
      E22: "`prompt_id` or `name` is not a text, or `operation_type` is none that exists",
    },
    repair: "write the four fields; any `name` will do, and `unit_primitives` may be `[]`",
  },
  examples: {
    bad: [
      {
        about: "As the guide prints them",
        yaml: `prompts:
  - prompt_id: help
    prompt_template: { user: "{{ goal }}" }
`,
        reports: [
          ["E20", 2],
          ["E20", 2],
        ],
      },
      {
        yaml: `prompts:
  - { name: help, unit_primitives: [] }
  - help
`,
        reports: [
          ["E20", 2],
          ["E20", 2],
          ["E20", 3],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    description: How the helper is asked.
    unit_primitive: duo_chat
`,
        reports: [
          ["E21", 6],
          ["E21", 7],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: 1
    name:
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    operation_type: compaction
`,
        reports: [
          ["E22", 2],
          ["E22", 3],
          ["E22", 6],
        ],
      },
      {
        about: "A chat's one prompt is held to the same",
        yaml: `environment: chat-partial
prompts:
  - prompt_id: help
    name: help
    prompt_template: { system: You help. }
`,
        reports: [["E20", 3]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: ""
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    operation_type: compaction_auto
    model:
`,
      },
    ],
  },
};
