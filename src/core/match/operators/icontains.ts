import { leaf } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";
import { textOrMember } from "../text-or-member.ts";

export const icontainsOperator: Operator = {
  id: "icontains",
  docs: {
    summary: "like $contains with a text, upper and lower case being the same",
    examples: [
      {
        matcher: { $icontains: "Shop" },
        matches: ["SHOP/web", "workshop", ["a", "shop"]],
        differs: ["stop", ["shops"], 1, null],
      },
      { matcher: { $icontains: "straße" }, matches: ["LANGE STRAßE"], differs: ["strasse"] },
    ],
    refused: ["", 1, null, ["a"]],
  },
  operand: { type: "string", minLength: 1 },
  compile(operand, context) {
    if (typeof operand !== "string") {
      return context.refuse(`$icontains takes a text, not ${showValue(operand)}`);
    }
    if (operand === "") return context.refuse("$icontains of an empty text holds for every text");
    const part = operand.toLowerCase();
    const expected = `something that contains ${showValue(operand)} in any case`;
    const sameText = leaf(
      expected,
      (item) => typeof item === "string" && item.toLowerCase() === part,
    );
    return textOrMember(sameText, expected, (text) => text.toLowerCase().includes(part));
  },
};
