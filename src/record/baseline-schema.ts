import type { FromSchema } from "../schema/index.ts";

/** JSON Schema of what `eval baseline accept` writes: what a system came to, to be compared with later. */
export const baselineSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof baseline",
  description:
    "What a target came to in accepted runs. `eval baseline accept` writes it; gates and `compare` hold later runs against it.",
  type: "object",
  additionalProperties: false,
  required: ["schemaVersion", "run", "at", "target", "labels", "suites", "judges", "cases"],
  properties: {
    schemaVersion: { const: 1 },
    run: { type: "string", pattern: "\\S", description: "The run that was accepted last." },
    at: { type: "string", pattern: "\\S", description: "When it started: ISO 8601, UTC." },
    target: { type: "string", pattern: "\\S" },
    labels: {
      type: "array",
      description: "What a reader must know of the runs that its cases are from, as in reports.",
      items: {
        enum: [
          "scripted",
          "replay",
          "cached",
          "recorded",
          "rescored",
          "prompted_tools",
          "summarized_tools",
          "self_judged",
        ],
      },
    },
    suites: {
      type: "array",
      description: "In the order of their ids.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["suite", "flow", "version", "agentModel", "judgeModel"],
        properties: {
          suite: { type: "string", pattern: "\\S" },
          kind: { enum: ["chat", "http", "recorded", "duo_chat"], description: "None for a flow." },
          flow: { type: "string" },
          version: { type: "string" },
          agentModel: { type: "string" },
          judgeModel: { type: "string" },
        },
      },
    },
    judges: {
      type: "array",
      description:
        "Who decided judged checks, in the order of their hashes; cases name them by it.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["judge", "models"],
        properties: {
          judge: { type: "string", pattern: "\\S" },
          models: { type: "array", items: { type: "string", pattern: "\\S" } },
        },
      },
    },
    cases: {
      type: "array",
      description: "In suite, case order; only cases that are decided.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["suite", "case", "outcome", "trials", "hash"],
        properties: {
          suite: { type: "string", pattern: "\\S" },
          case: { type: "string", pattern: "\\S" },
          run: {
            type: "string",
            pattern: "\\S",
            description: "Where it is not the run of the file: what it was kept from.",
          },
          outcome: { enum: ["pass", "fail", "agent_error"] },
          trials: {
            type: "object",
            additionalProperties: false,
            required: ["passed", "of"],
            description: "How many passed, of those that were decided.",
            properties: {
              passed: { type: "integer", minimum: 0 },
              of: { type: "integer", minimum: 0 },
            },
          },
          terms: {
            type: "object",
            additionalProperties: false,
            required: ["trials", "require"],
            description: "How its trials decide the case.",
            properties: {
              trials: { type: "integer", minimum: 1 },
              require: { type: "integer", minimum: 1 },
            },
          },
          critical: { const: true },
          tags: { type: "array", items: { type: "string", pattern: "\\S" } },
          scores: {
            type: "object",
            description: "The mean grade of each rubric.",
            additionalProperties: { type: "number", minimum: 0 },
          },
          latencyMs: { type: "number", minimum: 0 },
          firstTokenMs: { type: "number", minimum: 0 },
          tokens: { type: "number", minimum: 0 },
          costUsd: { type: "number", minimum: 0 },
          toolCalls: { type: "number", minimum: 0 },
          question: {
            type: "string",
            pattern: "\\S",
            description: "Hash of what is asked, apart from the system.",
          },
          hash: {
            type: "string",
            pattern: "\\S",
            description: "Hash of everything that decides the result.",
          },
          judges: { type: "array", items: { type: "string", pattern: "\\S" } },
          served: {
            type: "object",
            additionalProperties: false,
            required: ["agent", "judge"],
            description: "The versions of models that answered.",
            properties: {
              agent: { type: "array", items: { type: "string", pattern: "\\S" } },
              judge: { type: "array", items: { type: "string", pattern: "\\S" } },
            },
          },
        },
      },
    },
  },
} as const;

/** A committed baseline. */
export type BaselineFile = FromSchema<typeof baselineSchema>;
