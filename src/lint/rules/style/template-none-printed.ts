import { unguarded } from "../../analysis/template-inputs.ts";
import { templatesOf } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const templateNonePrinted: LintRule = {
  id: "template-none-printed",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports templates that print `None` where an optional value is missing",
    rationale:
      "A missing optional input is null, and null prints as the word `None`: `/projects/None/issues`, `Assign it to None`. It is defined all the same, so that neither `is defined` nor `default('…')` helps. `default('…', true)` and `or` do, and so does a condition around it; values that come together, such as those of a project or of one category, need only one condition.",
    repair: "guard it with `{% if … %}`, or use `| default('…', true)`",
  },
  check(input) {
    return templatesOf(input.flow).flatMap((template) => {
      return unguarded(input, template, "print").map(({ use, user }) => {
        const message = `${template.what} prints "None" where "${use.name}" of component "${user.name}" is missing`;
        return { ...template.place(use), message };
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:project_id", as: project_id, optional: true }
      - { from: "context:inputs.user_rule", as: rules, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You help in the project {{ project_id }}.
        {% if rules is defined %}{{ rules | trim }}{% endif %}
      user: "{{ goal }}"
`,
        reports: [
          ["template-none-printed", 16],
          ["template-none-printed", 17],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal, optional: true }
      - { from: "context:project_id", as: project_id, optional: true }
      - { from: "context:project_http_url_to_repo", as: project_url, optional: true }
      - { from: "context:inputs.user_rule", as: rules, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% if project_id %}You help in the project {{ project_id }} at {{ project_url }}.{% endif %}
        {{ rules | default("No rules.", true) }}
      user: "{{ goal }}"
`,
      },
    ],
  },
};
