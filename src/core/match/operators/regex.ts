import { RE2JS } from "re2js";
import { leaf, type MatchNode } from "../match-node.ts";
import type { Operator } from "../operator.ts";
import { showValue } from "../show-value.ts";

/** Repetition can make a short pattern a large program; its length bounds that. */
const maxPattern = 1_000;
/** The engine takes linear time, but some microseconds for each character. */
const maxInput = 500_000;

export const regexOperator: Operator = {
  id: "regex",
  docs: {
    summary:
      "the text has a part that this pattern (RE2 syntax: no look-around, no back-references) describes; ^ and $ are its ends",
    examples: [
      {
        matcher: { $regex: "state *= *opened" },
        matches: ["where state = opened"],
        differs: ["closed", 1, null],
      },
      { matcher: { $regex: "^[0-9]+$" }, matches: ["42"], differs: ["42 issues", "", 42, ["42"]] },
      { matcher: { $regex: "(?i)shop" }, matches: ["SHOP"], differs: ["stop"] },
      { matcher: { $regex: "(a+)+$" }, matches: ["aaa"], differs: [`${"a".repeat(5000)}!`] },
    ],
    refused: ["", 1, null, "(", "a(?=b)", "(a)\\1", "a".repeat(1001)],
  },
  operand: { type: "string", minLength: 1, maxLength: maxPattern },
  compile(operand, context) {
    if (typeof operand !== "string") {
      return context.refuse(`$regex takes a pattern, not ${showValue(operand)}`);
    }
    if (operand === "") return context.refuse("$regex of an empty pattern holds for every text");
    if (operand.length > maxPattern) {
      return context.refuse(
        `the pattern has ${operand.length} characters; at most ${maxPattern} are allowed`,
      );
    }
    try {
      return searching(RE2JS.compile(operand), operand);
    } catch (error) {
      return context.refuse(
        `cannot read the pattern ${showValue(operand)}: ${reason(error)}`,
        "patterns follow RE2: no look-around, no back-references, at most 1000 repetitions",
      );
    }
  },
};

function searching(pattern: RE2JS, source: string): MatchNode {
  const expected = `text that matches /${source}/`;
  const found = leaf(expected, (value) => typeof value === "string" && pattern.test(value));
  return {
    ...found,
    differences(actual, path) {
      if (typeof actual !== "string" || actual.length <= maxInput) {
        return found.differences(actual, path);
      }
      const note = `${actual.length} characters, more than the ${maxInput} that are searched`;
      return [{ path, expected, actual, note, weight: 1, undecided: true }];
    },
  };
}

function reason(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/^error parsing regexp: /u, "")
    : String(error);
}
