import type { LintRule } from "../../rule/lint-rule.ts";

export const contextInputs: LintRule = {
  id: "context-inputs",
  origin: "service",
  severity: "error",
  codes: ["E16", "E17", "E18", "E19"],
  docs: {
    summary: "requires categories of context, each with its fields and their types",
    rationale:
      "`flow.inputs` declares what may be sent along with a request. An entry has a `category` and an `input_schema`, which maps the name of a field to its `type`; a category without fields is fine. Everything in it is a text, but for `optional`, which takes the usual words for yes and no. The service also checks this in `chat-partial` flows. It does not check that a type is one of JSON Schema: that fails when a request comes.",
    conditions: {
      E16: "`flow.inputs` is not a list, or an entry has no `category` or `input_schema`, or one of the wrong kind",
      E17: "a field has no `type`, or one that is not a text",
      E18: "`format` or `description` of a field is not a text, or `optional` not a boolean",
      E19: "`version_constraint` is not a text",
    },
    repair: "write `category`, and below `input_schema` a `type` for each field",
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
    - input_schema: {}
    - category: 7
      input_schema: [url]
    - pipeline
`,
        reports: [
          ["E16", 4],
          ["E16", 5],
          ["E16", 6],
          ["E16", 7],
          ["E16", 8],
        ],
      },
      {
        yaml: `flow:
  entry_point: helper
  inputs: { category: pipeline, input_schema: {} }
`,
        reports: [["E16", 3]],
      },
      {
        about: "A type is one word; `optional` says that a field may be missing",
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
      input_schema:
        url: { format: uri }
        source: { type: [string, "null"] }
        branch: string
`,
        reports: [
          ["E17", 6],
          ["E17", 7],
          ["E17", 8],
        ],
      },
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
      input_schema:
        url:
          type: string
          format: true
          description: [Where it is]
          optional: maybe
`,
        reports: [
          ["E18", 8],
          ["E18", 9],
          ["E18", 10],
        ],
      },
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
      input_schema: {}
      version_constraint: 1.0
`,
        reports: [["E19", 6]],
      },
      {
        yaml: `environment: chat-partial
flow:
  inputs: [{ category: pipeline }]
`,
        reports: [["E16", 3]],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
      version_constraint: ^1.0.0
      input_schema:
        url: { type: string, format: uri }
        source: { type: string, optional: "yes", description: What started it. }
    - category: merge_request
      input_schema: {}
`,
      },
      {
        about: "Null means left out",
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: pipeline
      version_constraint:
      input_schema: {}
`,
      },
      { yaml: `flow: { entry_point: helper, inputs: }\n` },
    ],
  },
};
