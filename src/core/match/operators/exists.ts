import { leaf } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

export const existsOperator: Operator = {
  id: "exists",
  docs: {
    summary: "the key is there (true), whatever its value, or is not there (false)",
    examples: [
      {
        matcher: { page: { $exists: true } },
        matches: [{ page: null }, { page: 1 }],
        differs: [{}],
      },
      { matcher: { page: { $exists: false } }, matches: [{}, { a: 1 }], differs: [{ page: null }] },
      { matcher: { toString: { $exists: true } }, matches: [{ toString: 1 }], differs: [{}] },
    ],
    refused: ["yes", 1, null],
  },
  operand: { type: "boolean" },
  compile(operand, context) {
    if (typeof operand !== "boolean") {
      return context.refuse(`$exists takes true or false, not ${showValue(operand)}`);
    }
    return leaf(operand ? "any value" : "nothing", (value) => (value !== undefined) === operand);
  },
};
