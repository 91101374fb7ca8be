import { isJsonArray } from "../json-array.ts";
import { isUndecided } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

export const anyOperator: Operator = {
  id: "any",
  docs: {
    summary: "at least one of these matchers matches",
    examples: [
      {
        matcher: { $any: ["opened", { $contains: "all" }] },
        matches: ["opened", "overall"],
        differs: ["closed", 1],
      },
      {
        matcher: { page: { $any: [1, { $exists: false }] } },
        matches: [{ page: 1 }, {}],
        differs: [{ page: 2 }, { page: null }],
      },
    ],
    refused: [[], "opened", null, [{ $contain: "a" }]],
  },
  operand: { type: "array", minItems: 1, items: { $ref: "#/$defs/matcher" } },
  compile(operand, context) {
    if (!isJsonArray(operand) || operand.length === 0) {
      return context.refuse(`$any takes a list of matchers, not ${showValue(operand)}`);
    }
    const choices = operand.map((spec, index) => context.compile(spec, index));
    const expected = `any of: ${choices.map((choice) => choice.expected).join(" | ")}`;
    return {
      size: 1,
      expected,
      differences(actual, path) {
        let undecided = false;
        for (const choice of choices) {
          const differences = choice.differences(actual, path);
          if (differences.length === 0) return [];
          undecided ||= isUndecided(differences);
        }
        const failed = { path, expected, actual, weight: 1 };
        return [undecided ? { ...failed, undecided } : failed];
      },
    };
  },
};
