import { unguarded } from "../../analysis/template-inputs.ts";
import { templatesOf } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const templateNullFailure: LintRule = {
  id: "template-null-failure",
  origin: "style",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids templates that fail where an optional value is missing",
    rationale:
      "A missing optional input is null. To go through it, to look for something in it, to add something to it, or to apply filters such as `length`, `first` and `join` ends the run with an error, in those sessions only in which the value is missing: where somebody has no project, or no merge request.",
    repair: "guard it with `{% if … %}`, or use `| default([], true)` before",
  },
  check(input) {
    return templatesOf(input.flow).flatMap((template) => {
      return unguarded(input, template, "fail").map(({ use, user }) => {
        const message = `${template.what} fails where "${use.name}" of component "${user.name}" is missing`;
        return { ...template.place(use), message };
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: reviewer_data
      input_schema: { reviewers: { type: array }, url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.reviewer_data.reviewers", as: reviewers, optional: true }
      - { from: "context:inputs.reviewer_data.url", as: url, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% for reviewer in reviewers %}- {{ reviewer }}{% endfor %}
        {% if "/issues/" in url %}Answer the issue.{% endif %}
      user: "{{ goal }}"
`,
        reports: [
          ["template-null-failure", 21],
          ["template-null-failure", 22],
        ],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: reviewer_data
      input_schema: { reviewers: { type: array }, url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.reviewer_data.reviewers", as: reviewers, optional: true }
      - { from: "context:inputs.reviewer_data.url", as: url, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% for reviewer in reviewers or [] %}- {{ reviewer }}{% endfor %}
        {% if url and "/issues/" in url %}Answer the issue for {{ reviewers | length }}.{% endif %}
      user: "{{ goal }}"
`,
      },
    ],
  },
};
