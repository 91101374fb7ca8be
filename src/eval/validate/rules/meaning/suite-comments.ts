import type { SuiteRule } from "../../rule/suite-rule.ts";

const requiring = (comment: string): string =>
  `cases:\n  - id: a\n    ask: What is wrong with issue 7?\n    expect: [called: get_issue]\n    ${comment}\n    require: 1\n`;

/** What it finds is found where comments are heard, not by looking at what the suite says. */
export const suiteComments: SuiteRule = {
  id: "suite-comments",
  severity: "warning",
  codes: [],
  docs: {
    summary:
      "requires of comments that pass over a finding a rule, a reason, and something to pass over",
    rationale:
      "`# flowproof-disable-next-line <rule>: <reason>` passes over what a rule says of the next line. Without a reason nothing is passed over, and a comment that is no longer needed would hide the next mistake. What `eval run` refuses cannot be passed over.",
    repair: "write the rule, a colon and why, or remove the comment",
  },
  check: () => [],
  examples: {
    bad: [
      { suite: requiring("# flowproof-disable-next-line idle-require"), reports: [5] },
      { suite: requiring("# flowproof-disable-next-line: because"), reports: [5] },
      { suite: requiring("# flowproof-disable-line idle-require: because"), reports: [5] },
      { suite: requiring("# flowproof-disable-next-line idle-requires: because"), reports: [5] },
      { suite: requiring("# flowproof-disable-next-line duplicate-tag: because"), reports: [5] },
      { suite: requiring("# flowproof-disable-next-line suite-form: because"), reports: [5] },
    ],
    good: [
      { suite: requiring("# flowproof-disable-next-line idle-require: shows the key") },
      { suite: requiring("# a comment") },
    ],
  },
};
