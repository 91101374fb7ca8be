import { jsonEqual } from "../json-equal.ts";
import { leaf } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

export const equalsOperator: Operator = {
  id: "equals",
  docs: {
    summary: "the value is exactly this, with no further key at any depth",
    examples: [
      {
        matcher: { $equals: { state: "opened", labels: ["bug"] } },
        matches: [{ labels: ["bug"], state: "opened" }],
        differs: [{ state: "opened", labels: ["bug"], page: 1 }, { state: "opened" }],
      },
      { matcher: { $equals: { $in: 1 } }, matches: [{ $in: 1 }], differs: [1] },
      { matcher: { $equals: {} }, matches: [{}], differs: [{ a: 1 }, [], null] },
    ],
    refused: [],
  },
  operand: {},
  compile: (operand) =>
    leaf(
      `exactly ${showValue(operand)}`,
      (value) => value !== undefined && jsonEqual(operand, value),
    ),
};
