import { comparison, comparisonOperand } from "../comparison.ts";
import type { Operator } from "../operator.ts";

export const lteOperator: Operator = {
  id: "lte",
  docs: {
    summary: "the number is this or less; texts compare by their characters, as ISO dates do",
    examples: [
      { matcher: { $lte: 2 }, matches: [1, 2], differs: [2.1, 3, "2", "3", null, [2], true] },
      {
        matcher: { $lte: "2026-02-01" },
        matches: ["2026-01-31", "2026-02-01"],
        differs: ["2026-02-02", 2026, null],
      },
    ],
    refused: [null, true, [], {}],
  },
  operand: comparisonOperand,
  compile: comparison("<=", (value, limit) => value <= limit),
};
