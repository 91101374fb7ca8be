import type { SuiteRule } from "../../rule/suite-rule.ts";

const expecting = (text: string): string =>
  `cases:\n  - id: a\n    ask: Which label has issue 7?\n    expect: [${text}]\n`;

export const nothingToCheck: SuiteRule = {
  id: "nothing-to-check",
  severity: "error",
  codes: ["EVAL_NOTHING_TO_CHECK"],
  docs: {
    summary: "forbids cases and checks that ask for nothing",
    rationale: "They pass whatever happens, and so look like a test without being one.",
    repair: "say what must hold, or remove it",
  },
  examples: {
    bad: [
      { suite: "cases:\n  - { id: a, ask: hi }\n", reports: [2] },
      { suite: expecting('answer: ""'), reports: [4] },
      { suite: expecting("called: { tool: get_issue, times: { min: 0 } }"), reports: [4] },
    ],
    good: [{ suite: expecting("answer: bug") }],
  },
};

export const unusableCheck: SuiteRule = {
  id: "unusable-check",
  severity: "error",
  codes: ["EVAL_CHECK_INVALID"],
  docs: {
    summary:
      "requires checks that can be used: patterns, matchers, schemas and ranges that make sense",
    rationale:
      "A regular expression that cannot be read, an operator that does not exist or a range without a number has the right form and cannot be applied to anything.",
    repair: "compare with docs/checks.md and with the operators in docs/suites.md",
  },
  examples: {
    bad: [
      { suite: expecting('answer: { regex: "(" }'), reports: [4] },
      {
        suite: expecting("called: { tool: get_issue, args: { title: { $gt: 1 } } }"),
        reports: [4],
      },
      { suite: expecting("called: { tool: get_issue, times: { min: 2, max: 1 } }"), reports: [4] },
    ],
    good: [{ suite: expecting('answer: { regex: "bug|defect" }') }],
  },
};

export const noSuchTool: SuiteRule = {
  id: "no-such-tool",
  severity: "error",
  codes: ["TOOL_UNKNOWN"],
  docs: {
    summary: "forbids names of tools that neither the catalog nor a mock knows",
    rationale:
      "A check of a tool that does not exist says nothing about an agent. Tools of your own declare what they take in a mock.",
    repair: "correct the name, or declare the tool in a mock",
  },
  examples: {
    bad: [
      { suite: expecting("called: get_isue"), reports: [4] },
      { suite: "tools: { get_isue: { returns: Cart } }\n", reports: [1] },
    ],
    good: [{ suite: expecting("called: get_issue, answer: bug") }],
  },
};

export const noSuchComponent: SuiteRule = {
  id: "no-such-component",
  severity: "error",
  codes: ["EVAL_UNKNOWN_COMPONENT"],
  docs: {
    summary: "forbids names of components that no target of the suite has",
    rationale: "Nothing ever goes through such a component, and none of its outputs exist.",
    repair: "use the name that the flow writes",
  },
  examples: {
    bad: [
      { suite: expecting("route: [helpr]"), reports: [4] },
      { suite: expecting("output: { path: helpr.final_answer, equals: bug }"), reports: [4] },
    ],
    good: [{ suite: expecting("called: { tool: get_issue, component: helper }") }],
  },
};
