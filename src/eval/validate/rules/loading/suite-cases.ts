import type { SuiteRule } from "../../rule/suite-rule.ts";

const cases = (...lines: readonly string[]): string => `cases:\n${lines.join("\n")}\n`;
const good = [{ suite: "" }];

export const duplicateCase: SuiteRule = {
  id: "duplicate-case",
  severity: "error",
  codes: ["EVAL_DUPLICATE_CASE"],
  docs: {
    summary: "forbids two cases with the same id in a suite",
    rationale: "Records, reports and comparisons tell cases apart by their ids.",
    repair: "give one of the two another id",
  },
  examples: {
    bad: [
      {
        suite: cases(
          "  - { id: a, ask: Which label?, expect: [answer: bug] }",
          "  - { id: a, ask: Which milestone?, expect: [answer: 17.1] }",
        ).replace("17.1", "next"),
        reports: [3],
      },
    ],
    good,
  },
};

export const caseQuestion: SuiteRule = {
  id: "case-question",
  severity: "error",
  codes: ["EVAL_CASE_QUESTION"],
  docs: {
    summary: "requires what the user says, once: `ask` or `conversation`",
    rationale: "Without a message of the user there is nothing that an agent could answer.",
    repair: "write `ask` for one message, `conversation` for several turns",
  },
  examples: {
    bad: [
      { suite: cases("  - { id: a, expect: [answer: bug] }"), reports: [2] },
      {
        suite: cases(
          "  - id: a",
          "    ask: hi",
          "    conversation: [{ user: hi }]",
          "    expect: [answer: bug]",
        ),
        reports: [4],
      },
    ],
    good,
  },
};

export const impossibleRequire: SuiteRule = {
  id: "impossible-require",
  severity: "error",
  codes: ["EVAL_REQUIRE_TOO_HIGH"],
  docs: {
    summary: "limits `require` to the number of trials",
    rationale: "A case that asks for more passes than it has trials can never pass.",
    repair: "lower `require`, or write more `trials`",
  },
  examples: {
    bad: [
      {
        suite: cases("  - { id: a, ask: hi, expect: [answer: bug], trials: 3, require: 4 }"),
        reports: [2],
      },
    ],
    good: [
      { suite: cases("  - { id: a, ask: hi, expect: [answer: bug], trials: 4, require: 4 }") },
    ],
  },
};

export const suiteContext: SuiteRule = {
  id: "suite-context",
  severity: "error",
  codes: ["EVAL_CONTEXT_INVALID"],
  docs: {
    summary: "forbids a context that is a place and none at once",
    rationale: "`none: true` means neither project nor namespace, which a flow refuses.",
    repair: "remove `none`, or the project and the namespace",
  },
  examples: {
    bad: [{ suite: "context: { none: true, project: shop/web }\n", reports: [1] }],
    good: [{ suite: "context: { project: shop/web }\n" }],
  },
};
