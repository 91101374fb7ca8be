import type { SuiteRule } from "../../rule/suite-rule.ts";

export const wrongMock: SuiteRule = {
  id: "wrong-mock",
  severity: "error",
  codes: ["TOOL_MOCK_INVALID"],
  docs: {
    summary: "requires mocks that can answer calls of their tool",
    rationale:
      "A rule of a mock has exactly one result. What it says of arguments and of results is held against what is known of the tool, so that a mock that no longer fits its tool is found without a model.",
    repair:
      "compare with what docs/suites.md says of mocks, and with `flowproof tools show <tool>`",
  },
  examples: {
    bad: [
      { suite: "tools: { get_issue: { args: { issue_id: 7 }, returns: Cart } }\n", reports: [1] },
      { suite: "tools: { get_issue: { times: 2 } }\n", reports: [1] },
      {
        suite: "tools:\n  get_issue:\n    - returns: Cart\n      error: 404\n".replace(
          "404",
          '"404"',
        ),
        reports: [3],
      },
      {
        suite:
          "tools:\n  get_issue:\n    - returns: Cart\n    - args: { issue_iid: 7 }\n      returns: Seven\n",
        reports: [4],
      },
    ],
    good: [{ suite: "tools: { get_issue: { returns: Cart } }\n" }],
  },
};
