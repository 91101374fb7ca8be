import type { LintRule } from "../../rule/lint-rule.ts";

export const responseSchemaDefinition: LintRule = {
  id: "response-schema-definition",
  origin: "service",
  severity: "error",
  codes: ["E42", "E43", "E44", "E45", "E46", "E47", "E48"],
  docs: {
    summary: "requires definitions that become a model class of the service",
    rationale:
      "A definition is checked against its dialect of JSON Schema, draft 7 where it names none, and then turned into a class of pydantic, field by field. That knows less than JSON Schema: references, `anyOf`, `format` and the like are ignored without a word, and what it stumbles over ends in whatever exception Python comes up with. Patterns are matched by Rust's engine, which has neither look-around nor back-references.",
    conditions: {
      E42: "a keyword has a value that its dialect does not allow, or a pattern is no regular expression",
      E43: "`type` at the root is not exactly `object`",
      E44: "objects are nested more than ten deep",
      E45: "the name of a field begins with an underscore",
      E46: "the name of a field is one that pydantic keeps for itself",
      E47: "a field is a boolean schema, has a list of types or of items, or nothing to choose from",
      E48: "a pattern or a limit is one that pydantic cannot enforce",
    },
    repair: "name one plain `type` for each field, and use only limits that the type has",
  },
  examples: {
    bad: [
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      type: object
      title: 5
      properties:
        verdict: { type: text }
        reason: { type: string, minLength: -1 }
        line: { type: integer, multipleOf: 0, exclusiveMinimum: true }
        rest:
      required: reason
`,
        reports: [
          ["E42", 5],
          ["E42", 7],
          ["E42", 8],
          ["E42", 9],
          ["E42", 9],
          ["E42", 10],
          ["E42", 11],
        ],
      },
      {
        yaml: `response_schemas:
  - schema_id: list
    definition: { type: array, items: { type: string } }
  - schema_id: either
    definition:
      type: [object]
  - schema_id: none
    definition: { properties: { reason: { type: string } } }
  - schema_id: empty
    definition: {}
  - schema_id: text
    definition: '{ "type": "string" }'
`,
        reports: [
          ["E43", 3],
          ["E43", 6],
          ["E43", 8],
          ["E43", 10],
          ["E43", 12],
        ],
      },
      {
        yaml: `response_schemas:
  - schema_id: deep
    definition:
      { type: object, properties: { a1:
      { type: object, properties: { a2:
      { type: object, properties: { a3:
      { type: object, properties: { a4:
      { type: object, properties: { a5:
      { type: object, properties: { a6:
      { type: object, properties: { a7:
      { type: object, properties: { a8:
      { type: object, properties: { a9:
      { type: object, properties: { a10:
      { type: object, properties: { a11:
      { type: object, properties: {} } } } } } } } } } } } } } } } } } } } } } } }
`,
        reports: [["E44", 15]],
      },
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      type: object
      properties:
        _reason: { type: string }
        steps:
          type: array
          items:
            type: object
            properties: { __note: { type: string } }
        model_dump: { type: string }
        model_validate_json: { type: string }
`,
        reports: [
          ["E45", 6],
          ["E45", 11],
          ["E46", 12],
          ["E46", 13],
        ],
      },
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      type: object
      properties:
        any: true
        maybe: { type: [string, "null"] }
        pair: { type: array, items: [{ type: string }, { type: string }] }
        items: { type: array, items: true }
        verdict: { enum: [] }
        point: { enum: [{ x: 1 }] }
  - schema_id: text
    definition: "[]"
  - schema_id: dialect
    definition: { $schema: 7, type: object }
`,
        reports: [
          ["E47", 6],
          ["E47", 7],
          ["E47", 8],
          ["E47", 9],
          ["E47", 10],
          ["E47", 11],
          ["E47", 13],
          ["E47", 15],
        ],
      },
      {
        about: "Python would match these, Rust does not",
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      type: object
      properties:
        ahead: { type: string, pattern: "a(?=b)" }
        behind: { type: string, pattern: "(?<!a)b" }
        again: { type: string, pattern: '(a)\\1' }
        atomic: { type: string, pattern: "(?>a+)b" }
        end: { type: string, pattern: 'a\\Z' }
        step: { type: integer, multipleOf: 0.5 }
        length: { type: string, maxLength: 5.0 }
        count: { type: array, minItems: 1.0 }
`,
        reports: [
          ["E48", 6],
          ["E48", 7],
          ["E48", 8],
          ["E48", 9],
          ["E48", 10],
          ["E48", 11],
          ["E48", 12],
          ["E48", 13],
        ],
      },
      {
        about: "In JSON text, nothing has a line of its own",
        yaml: `response_schemas:
  - schema_id: answer
    definition: |
      {
        "type": "object",
        "properties": { "_reason": { "type": "string" } }
      }
`,
        reports: [["E45", 3]],
      },
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      type: object
      properties:
        file: { type: string, pattern: "src/(" }
        line: { type: string, pattern: "(?<name>a)" }
`,
        reports: [
          ["E42", 6],
          ["E42", 7],
        ],
      },
    ],
    good: [
      {
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      title: give answer
      type: object
      required: [verdict, nothing_of_that_name]
      additionalProperties: false
      properties:
        verdict: { enum: [yes, no, 3, null] }
        reason: { type: string, minLength: 5, maxLength: 3, pattern: "(?P<word>a+)+" }
        score: { type: number, multipleOf: 0.5, minimum: 0 }
        steps: { type: array, minItems: 1, items: { type: object, properties: { json: {} } } }
`,
      },
      {
        about: "What the service does not understand it ignores",
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      $schema: https://example.com/unknown
      type: object
      properties:
        link: { $ref: "#/definitions/link", format: uri }
        either: { anyOf: [{ type: string }, { type: integer }] }
        model_fields: { type: integer, pattern: "a(?=b)" }
`,
      },
      {
        about: "Draft 4 says exclusive limits in its own way",
        yaml: `response_schemas:
  - schema_id: answer
    definition:
      $schema: http://json-schema.org/draft-04/schema#
      type: object
      properties:
        score: { type: integer, minimum: 0, exclusiveMinimum: true }
`,
      },
      {
        yaml: `response_schemas:
  - schema_id: ten
    definition:
      { type: object, properties: { a1:
      { type: object, properties: { a2:
      { type: object, properties: { a3:
      { type: object, properties: { a4:
      { type: object, properties: { a5:
      { type: object, properties: { a6:
      { type: object, properties: { a7:
      { type: object, properties: { a8:
      { type: object, properties: { a9:
      { type: object, properties: {} } } } } } } } } } } } } } } } } } } }
`,
      },
    ],
  },
};
