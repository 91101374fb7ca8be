import type { SuiteRule } from "../../rule/suite-rule.ts";

const good = [{ suite: "" }];

export const suiteYaml: SuiteRule = {
  id: "suite-yaml",
  severity: "error",
  codes: ["YAML_INVALID"],
  docs: {
    summary: "requires YAML that can be read in one way only",
    rationale:
      "Our formats are YAML 1.2 with its core schema. A key that occurs twice, a tag, a merge key or a second document would mean one thing to one reader and another to the next, so they are refused.",
    repair: "repair the YAML; a text with special characters needs quotes",
  },
  examples: {
    bad: [
      { suite: "suite: [\n", reports: [1] },
      { suite: "suite: example\nsuite: other\n", reports: [2] },
    ],
    good,
  },
};

export const suiteForm: SuiteRule = {
  id: "suite-form",
  severity: "error",
  codes: ["EVAL_SUITE_INVALID"],
  docs: {
    summary: "requires the form of a suite: keys that exist, with values of the right kind",
    rationale:
      "What a suite may say is described by `schemas/suite.schema.json`, which editors use as well. A key that does not exist would do nothing, and its author would believe that it does.",
    repair: "compare with docs/suites.md; an editor with the schema completes the keys",
  },
  examples: {
    bad: [
      {
        suite: "cases:\n  - id: a\n    ask: hi\n    expects: [answer: hi]\n",
        reports: [4],
      },
      {
        suite:
          "cases:\n  - { id: a, ask: hi, expect: [{ cold: get_issue, answer: 7 }], trials: no }\n",
        reports: [2, 2, 2],
      },
      {
        suite:
          "cases:\n  - id: a\n    ask: hi\n    expect: [called: { tool: get_issue, args: { url: { $contain: x } } }]\n",
        reports: [4],
      },
    ],
    good,
  },
};

export const suiteId: SuiteRule = {
  id: "suite-id",
  severity: "error",
  codes: ["EVAL_SUITE_ID"],
  docs: {
    summary: "requires an id that no other suite has, and that says in which folder the suite lies",
    rationale:
      "Reports name suites by their ids. In a folder below `suites` they begin with its name, so that a reader finds the file.",
    repair: "give the suite another id, or move its file",
  },
  examples: {
    bad: [
      {
        suite: "",
        beside: {
          "zz.suite.yml":
            "suite: example\ntarget: { flow: helper, version: 1.0.0 }\ncases: [{ id: a, ask: hi, expect: [answer: ho] }]\n",
        },
        reports: [1],
      },
    ],
    good,
  },
};
