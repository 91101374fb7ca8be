/** JSON Schema of a script, the format of `*.script.yml`. */
export const scriptSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof script",
  description:
    "A model whose replies are written in a file. It serves as `script/<file>` and as `flowproof simulate llm`.",
  type: "object",
  additionalProperties: false,
  required: ["script", "replies"],
  properties: {
    script: { type: "string", pattern: "\\S", description: "Name of the script, for messages." },
    replies: {
      type: "array",
      minItems: 1,
      description: "The first entry whose `when` matches a request answers it.",
      items: { $ref: "#/$defs/entry" },
    },
  },
  $defs: {
    entry: {
      type: "object",
      additionalProperties: false,
      description:
        "Requests of one kind, with `turns`, or with `verdicts`, `grades` and `prefers` of a judge.",
      properties: {
        when: { $ref: "#/$defs/when" },
        turns: { $ref: "#/$defs/turns" },
        variants: {
          type: "array",
          minItems: 1,
          description:
            "Other turns by trial: trial 0 takes `turns`, trial 1 the first of these, and so on, over and over.",
          items: { $ref: "#/$defs/turns" },
        },
        verdicts: {
          type: "object",
          minProperties: 1,
          description: "Verdicts of a judge by number of the criterion; `*` is for all others.",
          propertyNames: { pattern: "^(\\*|[1-9][0-9]{0,2})$" },
          additionalProperties: { $ref: "#/$defs/verdict" },
        },
        grades: {
          type: "object",
          minProperties: 1,
          description: "Grades of a judge by name of the rubric; `*` is for all others.",
          propertyNames: { pattern: "^(\\*|[a-z][a-z0-9_-]{0,63})$" },
          additionalProperties: { $ref: "#/$defs/grade" },
        },
        prefers: {
          description:
            "Which of two answers a judge prefers: a matcher of the better one (both or neither is a tie), or always the same.",
          anyOf: [
            { enum: ["first", "second", "tie", "cannot_tell"] },
            { type: "object", minProperties: 1 },
          ],
        },
      },
    },
    when: {
      type: "object",
      additionalProperties: false,
      description:
        "Matchers, all of which must hold. Without `judge`, a judge's request never matches.",
      properties: {
        user: { description: "Matches the text of the first user message." },
        last: { description: "Matches the text of the last message, results of tools included." },
        system: { description: "Matches all system text." },
        tools: { description: "Matches the list of the names of the tools offered." },
        model: { description: "Matches the name of the model that is asked for." },
        judge: {
          description:
            "Matches the answer that a judge is shown, or two of them together; with it, only a judge's request matches.",
        },
      },
    },
    turns: {
      type: "array",
      minItems: 1,
      description: "Replies by the number of assistant messages that the request already holds.",
      items: { $ref: "#/$defs/reply" },
    },
    reply: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: {
        text: { type: "string" },
        calls: {
          type: "array",
          minItems: 1,
          items: {
            type: "object",
            additionalProperties: false,
            required: ["tool"],
            properties: {
              tool: { type: "string", pattern: "^[a-zA-Z0-9_-]{1,128}$" },
              args: { type: "object", description: "Empty when left out." },
            },
          },
        },
        stop: {
          enum: ["max_tokens", "refusal"],
          description: "Why the reply ends, where it does not end by itself.",
        },
        fault: {
          type: "object",
          additionalProperties: false,
          required: ["status"],
          description: "An error of the provider instead of a reply.",
          properties: {
            status: { type: "integer", minimum: 400, maximum: 599 },
            retry_after: {
              type: ["number", "string"],
              pattern: "^[ -~]*$",
              description: "The header `retry-after`: seconds, or a date.",
            },
          },
        },
        usage: {
          type: "object",
          additionalProperties: false,
          minProperties: 1,
          description: "Tokens; estimated from the length of the texts where left out.",
          properties: {
            input_tokens: { type: "integer", minimum: 0 },
            output_tokens: { type: "integer", minimum: 0 },
            cache_read_tokens: { type: "integer", minimum: 0 },
            cache_write_tokens: { type: "integer", minimum: 0 },
          },
        },
        delay_ms: { type: "integer", minimum: 0, maximum: 600000 },
      },
    },
    verdict: {
      anyOf: [
        { $ref: "#/$defs/verdictName" },
        {
          type: "object",
          additionalProperties: false,
          required: ["verdict"],
          properties: {
            verdict: { $ref: "#/$defs/verdictName" },
            evidence: {
              type: "string",
              description: "A quote; a piece of the answer when left out.",
            },
            reasoning: { type: "string" },
          },
        },
      ],
    },
    grade: {
      anyOf: [
        { $ref: "#/$defs/gradeValue" },
        {
          type: "object",
          additionalProperties: false,
          required: ["grade"],
          properties: {
            grade: { $ref: "#/$defs/gradeValue" },
            evidence: {
              type: "string",
              description: "A quote; a piece of the answer when left out.",
            },
            reasoning: { type: "string" },
          },
        },
      ],
    },
    gradeValue: {
      anyOf: [{ type: "integer", minimum: 1, maximum: 10 }, { const: "cannot_tell" }],
    },
    verdictName: { enum: ["met", "not_met", "cannot_tell"] },
  },
} as const;
