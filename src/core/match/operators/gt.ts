import { comparison, comparisonOperand } from "../comparison.ts";
import type { Operator } from "../operator.ts";

export const gtOperator: Operator = {
  id: "gt",
  docs: {
    summary: "the number is greater than this; texts compare by their characters, as ISO dates do",
    examples: [
      { matcher: { $gt: 2 }, matches: [3, 2.1], differs: [2, 1, "2", "3", null, [2], true] },
      {
        matcher: { $gt: "2026-02-01" },
        matches: ["2026-02-02"],
        differs: ["2026-02-01", "2026-01-31", 2026, null],
      },
    ],
    refused: [null, true, [], {}],
  },
  operand: comparisonOperand,
  compile: comparison(">", (value, limit) => value > limit),
};
