import type { LintRule } from "../../rule/lint-rule.ts";

export const templateVariables: LintRule = {
  id: "template-variables",
  origin: "service",
  severity: "error",
  codes: ["E80", "E81"],
  docs: {
    summary: "requires the inputs of a component and the variables of its prompt to be the same",
    rationale:
      "The service collects every variable of a component's prompt, of files that it includes too, and compares them with the names of its inputs. Anything that occurs counts, even behind a `default` filter or in a branch that is never taken, and a name that is first set inside of an `if` counts as well. `history`, `current_date`, `current_time` and `current_timezone` are supplied; an input of such a name is one too many. An agent's optional inputs may go unused, those of a one-off component may not; one without inputs has `goal`. A prompt that cannot be found is not compared. Production minds only what is missing: inputs too many are refused by the validator alone.",
    conditions: {
      E80: "the prompt uses a variable that no input supplies",
      E81: "the prompt does not use an input",
    },
    repair: "name the input, by `as`, like the variable",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:project_id", "context:current_date"]
`,
        reports: [
          ["E80", 6],
          ["E81", 6],
          ["E81", 6],
        ],
      },
      {
        about: "Everything that occurs counts",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{{ branch | default('main') }} {% if urgent is defined %}{% set at = now %}{% endif %}"
      user: "{{ goal }} {% for item in items %}{{ loop.index }}{% endfor %} {{ item }}"
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - "context:goal"
`,
        reports: [
          ["E80", 14],
          ["E80", 14],
          ["E80", 14],
          ["E80", 14],
          ["E80", 14],
          ["E80", 14],
        ],
      },
      {
        about: "A one-off component must use its optional inputs too",
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
    inputs:
      - "context:goal"
      - { from: "context:namespace", as: namespace_of, optional: true }
`,
        reports: [["E81", 8]],
      },
      {
        about: "Without inputs, a one-off component has `goal`",
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: Look around. }
`,
        reports: [["E81", 2]],
      },
      {
        about: "Prompts of the registry are compared too",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: categorize_question
    prompt_version: ^1.0.0
    toolset: []
    inputs:
      - { from: "context:goal", as: question }
`,
        reports: [["E80", 8]],
      },
    ],
    good: [
      {
        about: "An agent's optional inputs may go unused, and supply what is used",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal, optional: true }
      - { from: "context:namespace", as: namespace_of, optional: true }
`,
      },
      {
        about: "The service supplies these, and Jinja the others",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{% set at = 'now' %}{{ at }} {{ current_date }} {{ current_time }} {{ current_timezone }}"
      user: "{{ goal.first }} {% for item in goal %}{{ loop.index }} {{ item }}{% endfor %} {{ range }}"
`,
      },
      {
        about: "Prompts that cannot be found are not compared",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: hlep
    toolset: []
    inputs: ["context:namespace"]
  - name: other
    type: AgentComponent
    prompt_id: help
    prompt_version: ^7.0.0
    toolset: []
`,
      },
    ],
  },
};
