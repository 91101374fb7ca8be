import type { JsonObject, JsonValue } from "../core/json.ts";
import type { JudgeItems } from "./judge-input.ts";
import { rubricKeys } from "./rubric-keys.ts";
import { gradesOf, type Rubric } from "./rubric.ts";

/**
 * The arguments of the one tool that a judge may call. Evidence stands before reasoning and reasoning
 * before the verdict, because a model writes in this order and should look before it decides.
 */
export function verdictSchema({ criteria, rubrics = [] }: JudgeItems): JsonObject {
  const properties: Record<string, JsonValue> = {
    ...(criteria.length === 0 ? {} : { verdicts: verdictsSchema(criteria.length) }),
    ...(rubrics.length === 0 ? {} : { grades: gradesSchema(rubrics) }),
  };
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

function verdictsSchema(criteria: number): JsonObject {
  return {
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
        ...reasons("criterion"),
        verdict: { type: "string", enum: ["met", "not_met", "cannot_tell"] },
      },
    },
  };
}

function gradesSchema(rubrics: readonly Rubric[]): JsonObject {
  const keys = rubricKeys(rubrics);
  return {
    type: "object",
    description: "A grade for each rubric.",
    additionalProperties: false,
    required: keys,
    properties: Object.fromEntries(
      rubrics.map((rubric, index) => [keys[index] ?? rubric.name, gradeSchema(rubric)]),
    ),
  };
}

function gradeSchema(rubric: Rubric): JsonObject {
  return {
    type: "object",
    additionalProperties: false,
    required: ["evidence", "reasoning", "grade"],
    properties: { ...reasons("rubric"), grade: { enum: [...gradesOf(rubric), "cannot_tell"] } },
  };
}

function reasons(item: "criterion" | "rubric"): JsonObject {
  return {
    evidence: {
      type: "string",
      description:
        "Words copied from the record, letter by letter; … between separate passages. Empty only if the point is that something is not in the record.",
    },
    reasoning: {
      type: "string",
      description: `One or two sentences: what the evidence says about the ${item}.`,
    },
  };
}
