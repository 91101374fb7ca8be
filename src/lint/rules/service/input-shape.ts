import type { LintRule } from "../../rule/lint-rule.ts";

export const inputShape: LintRule = {
  id: "input-shape",
  origin: "service",
  severity: "error",
  codes: ["E67", "E68"],
  docs: {
    summary: "requires inputs in one of their two forms",
    rationale:
      "`inputs` is a list of texts such as `context:goal`, or of mappings with `from`, and perhaps `as`, `literal` and `optional`. Other keys are ignored: there is no `default`, an optional input that is missing is null. The service's message names only the key, neither the component's input nor its number.",
    conditions: {
      E67: "`inputs` is null or no list, or one of them is neither a text nor a mapping",
      E68: "the mapping of an input lacks `from`, or has a key of the wrong kind",
    },
    repair: 'write `"context:goal"`, or `{ from: "context:goal", as: goal }`',
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
  - name: other
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
      - 5
      -
      - [goal]
`,
        reports: [
          ["E67", 6],
          ["E67", 12],
          ["E67", 13],
          ["E67", 14],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs:
      - { as: goal }
      - { from: 5, as: goal }
      - { from: "context:goal", as: 5 }
      - { from: "context:goal", optional: maybe }
      - { from: yes, as: confirmed, literal: true }
      - { from: "5", as: count, literal: 2 }
`,
        reports: [
          ["E68", 7],
          ["E68", 8],
          ["E68", 9],
          ["E68", 10],
          ["E68", 11],
          ["E68", 12],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: elsewhere
    toolset: []
    inputs: 5
`,
        reports: [["E67", 6]],
      },
      {
        about: "Conditions of routers have inputs of the same form",
        yaml: `routers:
  - from: helper
    condition:
      input: { form: "context:goal" }
      routes: { default_route: end }
`,
        reports: [["E68", 4]],
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
      - context:goal
      - { from: "context:project_id", as: project, optional: "yes", default: 7 }
      - { from: "context:namespace", as: , literal: , optional: true }
      - { from: "context:x", as: "", optional: 1.0 }
`,
      },
      {
        about: "Only one-off components may leave `inputs` null, for `context:goal`",
        yaml: `components:
  - name: helper
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
    inputs:
`,
      },
    ],
  },
};
