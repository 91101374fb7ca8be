/** JSON Schema of a line of `.flowproof/history/<suite>.jsonl`: what a run made of a case. */
export const historySchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description:
    "What a run made of a case, for comparisons with later runs: counts and sums, and no text that a model or a tool said.",
  type: "object",
  additionalProperties: false,
  required: [
    "version",
    "run",
    "at",
    "kind",
    "suite",
    "case",
    "target",
    "hash",
    "models",
    "outcome",
    "passed",
    "decided",
    "trials",
  ],
  properties: {
    version: { const: 1 },
    run: { type: "string", minLength: 1, maxLength: 200 },
    at: { type: "string", maxLength: 40, description: "When the run began, ISO 8601 in UTC." },
    kind: {
      enum: ["live", "scripted"],
      description: "Only runs of the same kind are compared.",
    },
    suite: { type: "string", minLength: 1, maxLength: 1000 },
    case: { type: "string", minLength: 1, maxLength: 1000 },
    target: { type: "string", minLength: 1, maxLength: 1000 },
    hash: { type: "string", pattern: "^[0-9a-f]{64}$" },
    models: {
      type: "object",
      additionalProperties: false,
      required: ["agent", "judge"],
      properties: {
        agent: { type: "string", maxLength: 1000 },
        judge: { type: "string", maxLength: 1000 },
      },
    },
    outcome: {
      enum: ["suite_error", "infra_error", "agent_error", "fail", "judge_error", "pass", null],
      description: "Null where trials were missing.",
    },
    passed: { type: "integer", minimum: 0, description: "Trials that passed." },
    decided: {
      type: "integer",
      minimum: 0,
      description: "Trials that passed, failed or ended in agent_error.",
    },
    trials: {
      type: "array",
      maxItems: 1000,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["trial", "outcome", "activeMs", "costUsd", "agent", "judge"],
        properties: {
          trial: { type: "integer", minimum: 0 },
          outcome: {
            enum: ["suite_error", "infra_error", "agent_error", "fail", "judge_error", "pass"],
          },
          activeMs: { type: "number", minimum: 0 },
          costUsd: { type: ["number", "null"], minimum: 0 },
          agent: {
            type: "object",
            additionalProperties: false,
            required: ["inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens"],
            properties: {
              requests: {
                type: "integer",
                minimum: 0,
                description: "Left out where they were not counted.",
              },
              inputTokens: { type: "integer", minimum: 0 },
              outputTokens: { type: "integer", minimum: 0 },
              cacheReadTokens: { type: "integer", minimum: 0 },
              cacheWriteTokens: { type: "integer", minimum: 0 },
            },
          },
          judge: {
            type: "object",
            additionalProperties: false,
            required: ["inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens"],
            properties: {
              requests: {
                type: "integer",
                minimum: 0,
                description: "Left out where they were not counted.",
              },
              inputTokens: { type: "integer", minimum: 0 },
              outputTokens: { type: "integer", minimum: 0 },
              cacheReadTokens: { type: "integer", minimum: 0 },
              cacheWriteTokens: { type: "integer", minimum: 0 },
            },
          },
        },
      },
    },
  },
} as const;
