import { globalNames } from "../../../flow/index.ts";
import { suppliedTo } from "../../analysis/template-inputs.ts";
import { templatesOf } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const templateGlobalName: LintRule = {
  id: "template-global-name",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports variables that Jinja fills with things of its own where no input does",
    rationale:
      "`namespace`, `range`, `dict`, `lipsum`, `cycler` and `joiner` always exist in a template. When no input supplies a variable of such a name, the service does not miss it: `{% if namespace %}` holds in every run, and `{{ namespace }}` prints the name of a Python class.",
    repair: "add an optional input of that name, or give the variable another name",
  },
  check({ flow }) {
    return templatesOf(flow).flatMap((template) => {
      const { what, facts, place } = template;
      const supplied = suppliedTo(template);
      const told = new Set<string>();
      return facts.names.flatMap((use) => {
        const { name } = use;
        if (!globalNames.has(name) || supplied.has(name) || told.has(name)) return [];
        told.add(name);
        const message = `${what} uses "${name}", which no input supplies, so that it is a function of Jinja and always true`;
        return [{ ...place(use), message }];
      });
    });
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
        {% if namespace %}You work in the group {{ namespace }}.{% endif %}
      user: "{{ goal }}"
`,
        reports: [["template-global-name", 8]],
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
      - { from: "context:goal", as: goal }
      - { from: "context:namespace", as: namespace, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% if namespace %}You work in the group {{ namespace }}.{% endif %}
        {% set range = "all" %}{{ range }}
      user: "{{ goal }}"
`,
      },
    ],
  },
};
