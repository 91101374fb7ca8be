import type { LintRule } from "../../rule/lint-rule.ts";

export const responseSchemaReference: LintRule = {
  id: "response-schema-reference",
  origin: "service",
  severity: "error",
  codes: ["E73", "E74", "E75", "E76"],
  docs: {
    summary: "requires agents to name response schemas that can be found",
    rationale:
      "An agent with `response_schema_id` answers by a tool instead of in text. The schema is looked up in the flow first, then, if there is a `response_schema_version`, in the service's registry. Unlike a prompt, which the service forgives, a schema that cannot be found stops the compilation. The keys that only make sense with an id are refused without one.",
    conditions: {
      E73: "there is a `response_schema_version` but no `response_schema_id`",
      E74: "`response_schema_tracking` is on without a `response_schema_id`",
      E75: "the id is not defined in the flow, and there is no version to ask the registry for",
      E76: "the registry has no such schema, or no version of it that fits",
    },
    repair: "name a schema of `response_schemas`, or one of the registry with its version",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_version: ^1.0.0
    response_schema_tracking: true
`,
        reports: [
          ["E73", 7],
          ["E74", 8],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: anwser
response_schemas:
  - { schema_id: answer, definition: { type: object } }
`,
        reports: [["E75", 7]],
      },
      {
        about: "One of the registry needs a version",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: ensure_clean_git_state
`,
        reports: [["E75", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: ensure_clean_git
    response_schema_version: ^1.0.0
`,
        reports: [["E76", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: ensure_clean_git_state
    response_schema_version: ^7.0.0
`,
        reports: [["E76", 8]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: ensure_clean_git_state
    response_schema_version: ^1.0.0
    response_schema_tracking: true
`,
      },
      {
        about: "A schema of the flow wins over the registry, whatever the version",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: answer
    response_schema_version: ^7.0.0
response_schemas:
  - { schema_id: answer, definition: { type: object } }
`,
      },
      {
        about: "An empty text is as good as none",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    response_schema_id: ""
    response_schema_version: ""
    response_schema_tracking: no
`,
      },
    ],
  },
};
