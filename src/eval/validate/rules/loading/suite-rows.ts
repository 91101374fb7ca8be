import type { SuiteRule } from "../../rule/suite-rule.ts";

export const casesFile: SuiteRule = {
  id: "cases-file",
  severity: "error",
  codes: ["EVAL_CASES_FILE"],
  docs: {
    summary: "requires files of cases whose rows become cases",
    rationale:
      "A row that cannot be read, a column that no part of a case has or a template that names none would leave cases out. What is wrong with a case of a row is told at the row.",
    repair: "compare with what docs/suites.md says of `cases_file`",
  },
  examples: {
    bad: [
      {
        suite: "cases_file: rows.jsonl\n",
        beside: {
          "rows.jsonl": '{"id": "a", "ask": "hi", "expect": [{"answer": "ho"}]}\n{"id": \n',
        },
        reports: [2],
      },
    ],
    good: [
      {
        suite: "cases_file: rows.jsonl\n",
        beside: { "rows.jsonl": '{"id": "a", "ask": "hi", "expect": [{"answer": "ho"}]}\n' },
      },
    ],
  },
};

export const suiteMatrix: SuiteRule = {
  id: "suite-matrix",
  severity: "error",
  codes: ["EVAL_MATRIX_INVALID"],
  docs: {
    summary: "requires values of a matrix that have names of their own",
    rationale:
      "Targets and cases that a matrix makes are told apart by the names of its values, and a target that names a version itself leaves nothing to multiply.",
    repair: "write a map from names to values instead of a list",
  },
  examples: {
    bad: [{ suite: "matrix: { context: [{ project: a/b }, { project: a/b }] }\n", reports: [1] }],
    good: [{ suite: "matrix: { context: [{ project: a/b }, { project: a/c }] }\n" }],
  },
};
