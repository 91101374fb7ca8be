import { isText } from "../../analysis/template-inputs.ts";
import { templatesOf } from "../../analysis/template-sources.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const templateHiddenAttribute: LintRule = {
  id: "template-hidden-attribute",
  origin: "style",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids look-ups in templates that never find anything",
    rationale:
      "A dot looks for an attribute of the Python object first, and the service hides all methods: `{{ d.items }}`, `d.values`, `d.get` and the like are nothing, even where the mapping has a key of that name: they print nothing, and a loop over them ends the run. A text has no fields at all, so that nothing is ever found behind its dot.",
    repair: 'write `d["items"]` for a key, or `d | items` for the pairs',
  },
  check(input) {
    return templatesOf(input.flow).flatMap((template) => {
      const { what, facts, place } = template;
      return facts.attributes.flatMap((use): readonly Finding[] => {
        const { name, variable } = use;
        if (methods.has(name)) {
          const message = `${what} looks up ".${name}", which the service hides as a method`;
          const hint = `write ["${name}"] for a key of that name${name === "items" ? ", or | items for the pairs" : ""}`;
          return [{ ...place(use), message, hint }];
        }
        const isPartial = input.flow.environment === "chat-partial";
        if (variable === undefined || isPartial || !isText(input, template, variable)) return [];
        const message = `${what} looks up "${variable}.${name}", but "${variable}" is a text`;
        return [
          { ...place(use), message, hint: `use {{ ${variable} }}, or read what has the field` },
        ];
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
      - { from: "context:namespace", as: group }
      - { from: "context:goal", as: goal }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% for pair in group.items %}{{ pair }}{% endfor %}
      user: "{{ goal.title }}"
`,
        reports: [
          ["template-hidden-attribute", 15],
          ["template-hidden-attribute", 16],
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
      - { from: "context:namespace", as: group }
      - { from: "context:goal", as: goal }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% for key, value in group | items %}{{ key }}: {{ value }}{% endfor %}
        {{ group["items"] }} {{ group.title }}
      user: "{{ goal | title }}"
`,
      },
    ],
  },
};

/** Of a mapping, which nothing else has as data. */
const methods: ReadonlySet<string> = new Set([
  "clear",
  "copy",
  "fromkeys",
  "get",
  "items",
  "keys",
  "pop",
  "popitem",
  "setdefault",
  "update",
  "values",
]);
