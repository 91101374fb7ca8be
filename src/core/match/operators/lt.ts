import { comparison, comparisonOperand } from "../comparison.ts";
import type { Operator } from "../operator.ts";

export const ltOperator: Operator = {
  id: "lt",
  docs: {
    summary: "the number is less than this; texts compare by their characters, as ISO dates do",
    examples: [
      { matcher: { $lt: 2 }, matches: [1, 1.9], differs: [2, 2.1, "2", "3", null, [2], true] },
      {
        matcher: { $lt: "2026-02-01" },
        matches: ["2026-01-31"],
        differs: ["2026-02-01", "2026-02-02", 2026, null],
      },
    ],
    refused: [null, true, [], {}],
  },
  operand: comparisonOperand,
  compile: comparison("<", (value, limit) => value < limit),
};
