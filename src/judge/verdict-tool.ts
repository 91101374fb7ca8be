import type { JsonObject } from "../core/json.ts";

/**
 * The arguments of the one tool that a judge may call. Evidence stands before reasoning and reasoning
 * before the verdict, because a model writes in this order and should look before it decides.
 */
export function verdictSchema(criteria: number): JsonObject {
  return {
    type: "object",
    additionalProperties: false,
    required: ["verdicts"],
    properties: {
      verdicts: {
        type: "array",
        description: "One entry for each criterion, in the order of their numbers.",
        minItems: criteria,
        maxItems: criteria,
        items: {
          type: "object",
          additionalProperties: false,
          required: ["criterion", "evidence", "reasoning", "verdict"],
          properties: {
            criterion: {
              type: "integer",
              minimum: 1,
              maximum: criteria,
              description: "Number of the criterion.",
            },
            evidence: {
              type: "string",
              description:
                "Words copied from the record, letter by letter; … between separate passages. Empty only if the point is that something is not in the record.",
            },
            reasoning: {
              type: "string",
              description: "One or two sentences: what the evidence says about the criterion.",
            },
            verdict: { type: "string", enum: ["met", "not_met", "cannot_tell"] },
          },
        },
      },
    },
  };
}
