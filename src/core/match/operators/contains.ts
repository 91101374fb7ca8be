import type { Operator } from "../operator.ts";
import { textOrMember } from "../text-or-member.ts";

export const containsOperator: Operator = {
  id: "contains",
  docs: {
    summary: "the text has this part, or the list has a member that this matches",
    examples: [
      {
        matcher: { $contains: "shop" },
        matches: ["shop/web", ["shop"]],
        differs: ["Shop", ["shop/web"], 1],
      },
      {
        matcher: { $contains: { state: "opened" } },
        matches: [[{ id: 1 }, { id: 2, state: "opened" }]],
        differs: [[{ state: "closed" }], [], { state: "opened" }],
      },
      { matcher: { $contains: { $gt: 2 } }, matches: [[1, 3]], differs: [[1, 2], 3] },
      { matcher: { $contains: 1 }, matches: [[1]], differs: [["1"], "1", 1] },
    ],
    refused: [""],
  },
  operand: { $ref: "#/$defs/matcher" },
  compile(operand, context) {
    if (operand === "") return context.refuse("$contains of an empty text holds for every text");
    const wanted = context.compile(operand);
    if (typeof operand !== "string") {
      return textOrMember(wanted, `a list with ${wanted.expected}`, () => false);
    }
    return textOrMember(wanted, `something that contains ${wanted.expected}`, (text) =>
      text.includes(operand),
    );
  },
};
