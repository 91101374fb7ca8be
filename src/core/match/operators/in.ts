import { isJsonArray } from "../json-array.ts";
import { jsonEqual } from "../json-equal.ts";
import { leaf } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

export const inOperator: Operator = {
  id: "in",
  docs: {
    summary: "the value is exactly one of these",
    examples: [
      {
        matcher: { $in: ["opened", "closed"] },
        matches: ["opened"],
        differs: ["open", ["opened"], null],
      },
      { matcher: { $in: [1, null] }, matches: [1, null], differs: ["1", 0, false] },
      { matcher: { $in: [{ a: 1 }] }, matches: [{ a: 1 }], differs: [{ a: 1, b: 2 }] },
    ],
    refused: [[], "opened", null],
  },
  operand: { type: "array", minItems: 1 },
  compile(operand, context) {
    if (!isJsonArray(operand) || operand.length === 0) {
      return context.refuse(
        `$in takes a list of values, not ${showValue(operand)}`,
        "to find a value in a list of the call, use $contains",
      );
    }
    return leaf(
      `one of ${showValue(operand)}`,
      (value) => value !== undefined && operand.some((choice) => jsonEqual(choice, value)),
    );
  },
};
