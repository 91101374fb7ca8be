import { isUndecided } from "../match-node.ts";
import type { Operator } from "../operator.ts";

export const notOperator: Operator = {
  id: "not",
  docs: {
    summary: "the matcher inside does not match; a key that is missing is also not matched by it",
    examples: [
      { matcher: { $not: "opened" }, matches: ["closed", 1, null], differs: ["opened"] },
      {
        matcher: { state: { $not: { $contains: "open" } } },
        matches: [{ state: "closed" }, {}],
        differs: [{ state: "opened" }, "closed"],
      },
      { matcher: { $not: { a: 1 } }, matches: [{ a: 2 }, {}, "a"], differs: [{ a: 1, b: 2 }] },
      { matcher: { $not: { $not: 1 } }, matches: [1], differs: [2] },
    ],
    refused: [{ $contain: "a" }],
  },
  operand: { $ref: "#/$defs/matcher" },
  compile(operand, context) {
    const inner = context.compile(operand);
    const expected = `not ${inner.expected}`;
    return {
      size: 1,
      expected,
      differences(actual, path) {
        const differences = inner.differences(actual, path);
        // What a limit kept us from looking at must not count as different.
        if (isUndecided(differences)) return differences;
        return differences.length > 0 ? [] : [{ path, expected, actual, weight: 1 }];
      },
    };
  },
};
