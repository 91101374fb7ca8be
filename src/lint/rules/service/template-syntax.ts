import type { LintRule } from "../../rule/lint-rule.ts";

export const templateSyntax: LintRule = {
  id: "template-syntax",
  origin: "service",
  severity: "error",
  codes: ["E78"],
  docs: {
    summary: "requires templates that Jinja can read",
    rationale:
      "The templates of a prompt are parsed when a component that uses it is built, to learn which variables they need. Jinja runs without extensions, so `{% do %}`, `{% break %}` and `{% trans %}` do not exist. An unknown filter or test is an error here, except inside of an `if`, where Jinja only looks for it when it gets there. Prompts that no component names, and messages to the user, are not parsed at all.",
    repair: "mend the template, or write text that only looks like one between `{% raw %}` marks",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You help.
        {% if goal %}
        At once.
      user: "{{ goal | shorten }}"
      assistant: ["Well.", "{% do goal.strip() %}"]
`,
        reports: [
          ["E78", 9],
          ["E78", 10],
          ["E78", 11],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{% block a %}{% endblock %}{% block a %}{% endblock %}"
      user: |
        {{ goal }}
        {{ goal is shiny }}
        { goal }}
`,
        reports: [
          ["E78", 6],
          ["E78", 9],
        ],
      },
      {
        about: "A loop inside of an `if` makes Jinja look again",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      user: "{% if goal %}{% for line in goal %}{{ line | shorten }}{% endfor %}{% endif %}"
`,
        reports: [["E78", 6]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "Write {% raw %}{{ name }}{% endraw %}, not { name }. {# a comment #}"
      user: |
        {{ goal | trim | split(",") | first }} {{ "[]" | parse_json }}
        {%- if goal is string %}{{ goal | upper }}{% endif -%}
`,
      },
      {
        about: "In an `if` the filter is only missed in a run; an unused prompt is never parsed",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{% if goal %}{{ goal | shorten }}{% endif %}" }
  - prompt_id: unused
    name: unused
    unit_primitives: []
    prompt_template: { user: "{{ goal" }
`,
      },
      {
        about: "A message to the user is not parsed",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: asker
    type: HumanInputComponent
    sends_response_to: helper
    message_template: "{{ goal"
`,
      },
    ],
  },
};
