import type { LintRule } from "../../rule/lint-rule.ts";

export const templateFiles: LintRule = {
  id: "template-files",
  origin: "service",
  severity: "error",
  codes: ["E79"],
  docs: {
    summary: "requires the files that templates include",
    rationale:
      "Templates may include, import or extend files of the service's prompt registry, by their path in it. The service follows every constant name while it collects variables, and stops at the first file that does not exist, also where the template says `ignore missing` or offers others in its place. Names that are computed are not followed.",
    repair: "name a file of the registry, with its version: `common/git_commits/1.0.0.jinja`",
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
        {% include 'common/no_such_part/1.0.0.jinja' %}
      user: "{{ goal }}"
`,
        reports: [["E79", 8]],
      },
      {
        about: "It does not help to say that it may be missing",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{% include 'nowhere.jinja' ignore missing %}"
      user: "{{ goal }}"
`,
        reports: [["E79", 6]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{% include 'common/git_commits/1.0.0.jinja' %}"
      user: "{{ goal }}"
`,
      },
      {
        about: "A computed name is not followed",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "{% include 'common/' ~ goal %}"
      user: "{{ goal }}"
`,
      },
    ],
  },
};
