import { isJsonObject } from "../../json.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

export const schemaOperator: Operator = {
  id: "schema",
  docs: {
    summary: "the value is valid by this JSON Schema",
    examples: [
      {
        matcher: { $schema: { type: "array", minItems: 1 } },
        matches: [[1]],
        differs: [[], "a"],
      },
      {
        matcher: { ids: { $schema: { type: "array" } } },
        matches: [{ ids: [] }],
        differs: [{ ids: 1 }, {}],
      },
    ],
    refused: ["array", null, ["array"]],
  },
  operand: { type: "object" },
  compile(operand, context) {
    if (!isJsonObject(operand)) {
      return context.refuse(`$schema takes a JSON Schema, not ${showValue(operand)}`);
    }
    if (context.compileSchema === undefined) {
      return context.refuse("$schema cannot be used here");
    }
    const expected = `a value that is valid by ${showValue(operand)}`;
    try {
      const validate = context.compileSchema(operand);
      return {
        size: 1,
        expected,
        differences(actual, path) {
          if (actual === undefined) return [{ path, expected, actual, weight: 1 }];
          const [first, ...others] = validate(actual);
          if (first === undefined) return [];
          return [first, ...others].map((finding, index) => ({
            path: [...path, ...finding.path],
            expected,
            actual,
            note: finding.message,
            weight: index === 0 ? 1 : 0,
          }));
        },
      };
    } catch (error) {
      return context.refuse(
        `cannot use the schema: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  },
};
