import type { LintRule } from "../../rule/lint-rule.ts";

export const promptParams: LintRule = {
  id: "prompt-params",
  origin: "service",
  severity: "error",
  codes: ["E25"],
  docs: {
    summary: "limits `params` of a prompt to the settings of a call",
    rationale:
      "`params` is bound to every call of the model: `stop`, `timeout`, `vertex_location`, `cache_control_injection_points`, `context_management` and `model_id`, each of which may be null. Other keys are refused, in particular `temperature` and `max_tokens`, which belong to `model.params`.",
    repair: "keep `stop`, `timeout` and the like here; move what tunes the model to `model.params`",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    params:
      temperature: 0.2
      timeout: a minute
      stop: END
      vertex_location: 5
      cache_control_injection_points: [first]
      context_management: []
      model_id: [claude]
`,
        reports: [
          ["E25", 7],
          ["E25", 8],
          ["E25", 9],
          ["E25", 10],
          ["E25", 11],
          ["E25", 12],
          ["E25", 13],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    params: [timeout]
`,
        reports: [["E25", 6]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    params: { stop: [END, 5], cache_control_injection_points: { location: message } }
`,
        reports: [
          ["E25", 6],
          ["E25", 6],
        ],
      },
    ],
    good: [
      {
        about: "A number may be written as a text",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    params: { timeout: "30.5", stop: [END], vertex_location: global, model_id: }
`,
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
    params: {}
`,
      },
    ],
  },
};
