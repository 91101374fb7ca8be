import { comparison, comparisonOperand } from "../comparison.ts";
import type { Operator } from "../operator.ts";

export const gteOperator: Operator = {
  id: "gte",
  docs: {
    summary: "the number is this or greater; texts compare by their characters, as ISO dates do",
    examples: [
      { matcher: { $gte: 2 }, matches: [3, 2], differs: [1, 1.9, "2", "3", null, [2], true] },
      {
        matcher: { $gte: "2026-02-01" },
        matches: ["2026-02-02", "2026-02-01"],
        differs: ["2026-01-31", 2026, null],
      },
    ],
    refused: [null, true, [], {}],
  },
  operand: comparisonOperand,
  compile: comparison(">=", (value, limit) => value >= limit),
};
