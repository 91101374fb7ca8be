import type { LintRule } from "../../rule/lint-rule.ts";

export const promptModel: LintRule = {
  id: "prompt-model",
  origin: "service",
  severity: "error",
  codes: ["E26", "E27"],
  docs: {
    summary: "limits `model` of a prompt to settings that the service knows",
    rationale:
      "The documentation calls `model` unsupported; the service accepts it and holds it to its schema. It has `params`, the common settings, and `provider_params`, in which only `openai` exists. Unknown keys are refused at every level, and a block of provider settings that sets nothing is refused too, at all three levels.",
    conditions: {
      E26: "`model` or `model.params` has an unknown key, or a value of the wrong kind",
      E27: "`provider_params`, `openai` or `reasoning` is empty or has an unknown key",
    },
    repair: "remove what is not known, and blocks that set nothing",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model:
      name: claude
      params:
        model_class_provider: anthropic
        model: 4
        temperature: low
        top_p: []
        top_k: 1.5
        max_tokens: many
        max_retries: few
        extra_headers: { x-trace: 1 }
`,
        reports: [
          ["E26", 7],
          ["E26", 9],
          ["E26", 10],
          ["E26", 11],
          ["E26", 12],
          ["E26", 13],
          ["E26", 14],
          ["E26", 15],
          ["E26", 16],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model:
      provider_params:
        anthropic: { thinking: true }
        openai:
          reasoning: {}
`,
        reports: [
          ["E27", 8],
          ["E27", 10],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model: { provider_params: {} }
`,
        reports: [["E27", 6]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model: { provider_params: { openai: {} } }
`,
        reports: [["E27", 6]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model: claude
`,
        reports: [["E26", 6]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model:
      params: { model: claude-sonnet-4-6, max_tokens: "4096", top_k: 40.0 }
      provider_params:
        openai: { verbosity: low, reasoning: { effort: 2 } }
`,
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    model:
`,
      },
    ],
  },
};
