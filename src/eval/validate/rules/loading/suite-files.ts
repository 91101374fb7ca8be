import type { SuiteRule } from "../../rule/suite-rule.ts";

export const suiteFiles: SuiteRule = {
  id: "suite-files",
  severity: "error",
  codes: ["EVAL_NO_SUITES", "FILE_NOT_FOUND"],
  docs: {
    summary: "requires files that a suite needs to be there and to be readable",
    rationale:
      "Whatever keeps `eval run` from reading a suite, and has no rule of its own, is told under this name, with its error.",
    repair: "the error's own page says more: `flowproof explain <code>`",
  },
  examples: {
    bad: [{ suite: "tools: { get_issue: { returns_file: nowhere.json } }\n", reports: [1] }],
    good: [
      {
        suite: "tools: { get_issue: { returns_file: issue.json } }\n",
        beside: { "issue.json": '{ "iid": 7 }' },
      },
    ],
  },
};

export const suiteScript: SuiteRule = {
  id: "suite-script",
  severity: "error",
  codes: ["EVAL_SCRIPT_MISSING", "SCRIPT_INVALID"],
  docs: {
    summary: "requires the script that a suite names, in its form",
    rationale:
      "The script plays the model where none is named, in a pipeline without keys for example. Its path is relative to the suite's folder.",
    repair: "correct the path, or the script",
  },
  examples: {
    bad: [
      { suite: "script: example.script.yml\n", reports: [1] },
      {
        suite: "script: example.script.yml\n",
        beside: { "example.script.yml": "script: example\nreplies:\n  - turn: [{ text: Cart }]\n" },
        reports: [3],
      },
    ],
    good: [
      {
        suite: "script: example.script.yml\n",
        beside: {
          "example.script.yml": "script: example\nreplies:\n  - turns: [{ text: Cart }]\n",
        },
      },
    ],
  },
};
