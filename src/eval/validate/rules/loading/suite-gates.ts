import type { SuiteRule } from "../../rule/suite-rule.ts";

const graded = "cases:\n  - { id: a, ask: hi, expect: [rubric: correctness] }\n";
const two =
  "targets: { old: { flow: helper, version: 1.0.0 }, new: { flow: helper, version: 1.0.0 } }\n";

export const suiteGates: SuiteRule = {
  id: "suite-gates",
  severity: "error",
  codes: ["EVAL_GATES_INVALID"],
  docs: {
    summary: "requires gates that somebody can judge",
    rationale:
      "Gates decide in place of the cases. One against a target that is not there, or on the score of a rubric that grades nothing, could never fail.",
    repair: "name a target under `targets` and rubrics that cases are graded by",
  },
  examples: {
    bad: [
      { suite: `gates: { score.corectness: { at_least: 3 } }\n${graded}`, reports: [1] },
      {
        suite: `gates:\n  against: older\n  pass_rate: { not_worse_than: 0.05 }\n${two}`,
        reports: [2],
      },
      {
        suite: "gates:\n  together: ships\n  pass_rate: { not_worse_than: 0.05 }\n",
        reports: [2],
      },
      { suite: "gates: { against: default, latency: { ratio_at_most: 1.2 } }\n", reports: [1] },
    ],
    good: [
      { suite: `gates: { score.correctness: { at_least: 3 } }\n${graded}` },
      { suite: `gates: { against: old, latency: { ratio_at_most: 1.2 } }\n${two}` },
      { suite: "gates: { pass_rate: { not_worse_than: 0.05 } }\n" },
      { suite: "gates: { together: ships, pass_rate: { at_least: 0.5 } }\n" },
    ],
  },
};
