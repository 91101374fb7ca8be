import type { LintRule } from "../../rule/lint-rule.ts";

export const responseSchemaEntry: LintRule = {
  id: "response-schema-entry",
  origin: "service",
  severity: "error",
  codes: ["E28", "E40", "E41"],
  docs: {
    summary: "requires response schemas with an id of their own and a definition that can be read",
    rationale:
      "An entry of `response_schemas` has exactly two keys: `schema_id`, by which agents name it, and `definition`, JSON Schema as a mapping or as JSON text. Texts are parsed, and ids compared, when the flow is made, for unused entries too. The `title` belongs into the definition.",
    conditions: {
      E28: "an entry lacks a key, has another one, or one of the wrong kind",
      E40: "the text of a definition is not JSON",
      E41: "two entries have the same `schema_id`",
    },
    repair: "write `schema_id` and `definition`, and nothing else",
  },
  examples: {
    bad: [
      {
        yaml: `response_schemas:
  - schema_id: answer
  - definition: { type: object }
    title: answer
  - schema_id: 5
    definition: [object]
  - answer
`,
        reports: [
          ["E28", 2],
          ["E28", 3],
          ["E28", 4],
          ["E28", 5],
          ["E28", 6],
          ["E28", 7],
        ],
      },
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition: "{ type: object }"
  - schema_id: other
    definition: ""
`,
        reports: [
          ["E40", 3],
          ["E40", 5],
        ],
      },
      {
        yaml: `response_schemas:
  - { schema_id: answer, definition: { type: object } }
  - { schema_id: answer, definition: { type: object, title: other } }
`,
        reports: [["E41", 3]],
      },
    ],
    good: [
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition: { type: object, title: give_answer }
  - schema_id: other
    definition: '{ "type": "object", "properties": { "reason": { "type": "string" } } }'
`,
      },
    ],
  },
};
