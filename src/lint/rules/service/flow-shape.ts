import type { LintRule } from "../../rule/lint-rule.ts";

export const flowShape: LintRule = {
  id: "flow-shape",
  origin: "service",
  severity: "error",
  codes: ["E10", "E13", "E14"],
  docs: {
    summary: "requires the parts of a flow, each of its kind",
    rationale:
      "A flow is a mapping `flow`, a list of `components` and a list of `routers`, with lists of `prompts` and `response_schemas` if it brings its own. Only in environment `chat-partial` may `flow` and `routers` be left out or null. Texts are never coerced: YAML reads `1.0`, `true` or a date as something else, and the service refuses it where it wants a text.",
    conditions: {
      E10: "`flow`, `components` or `routers` is absent",
      E13: "a part of the root is not of its kind",
      E14: "a component or a router is not a mapping",
    },
    repair: "give every part the kind it needs; put texts that look like numbers in quotes",
  },
  examples: {
    bad: [
      {
        yaml: `name: helper\n`,
        without: ["flow", "components", "routers"],
        reports: [
          ["E10", 1],
          ["E10", 1],
          ["E10", 1],
        ],
      },
      {
        yaml: `name: 1.0
description: [help]
product_group: yes
resolved_version: 2024-01-01
`,
        reports: [
          ["E13", 1],
          ["E13", 2],
          ["E13", 3],
          ["E13", 4],
        ],
      },
      {
        yaml: `routers:
prompts: { help: You help. }
response_schemas: none
`,
        reports: [
          ["E13", 1],
          ["E13", 2],
          ["E13", 3],
        ],
      },
      {
        yaml: `flow: helper
components: { name: helper }
`,
        reports: [
          ["E13", 1],
          ["E13", 2],
        ],
      },
      {
        yaml: `components:
  - helper
routers:
  - helper to end
  -
`,
        reports: [
          ["E14", 2],
          ["E14", 4],
          ["E14", 5],
        ],
      },
      {
        yaml: `environment: chat-partial\n`,
        without: ["components"],
        reports: [["E10", 1]],
      },
      {
        yaml: `environment: chat-partial
components:
`,
        reports: [["E13", 2]],
      },
      {
        yaml: `environment: chat-partial
flow: helper
routers: {}
`,
        reports: [
          ["E13", 2],
          ["E13", 3],
        ],
      },
    ],
    good: [
      {
        yaml: `name: "1.0"
description:
prompts:
response_schemas: []
components:
  - name: helper
    type: AgentComponent
    prompt_id: from_elsewhere
    toolset: []
`,
      },
      {
        about: "What a chat lends needs no graph",
        yaml: `environment: chat-partial
routers:
`,
        without: ["flow"],
      },
      {
        about: "A flow may end before it begins",
        yaml: `flow: { entry_point: end }
components: []
routers: []
`,
      },
    ],
  },
};
