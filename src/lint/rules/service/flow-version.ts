import type { LintRule } from "../../rule/lint-rule.ts";

export const flowVersion: LintRule = {
  id: "flow-version",
  origin: "service",
  severity: "error",
  codes: ["E03", "E05"],
  docs: {
    summary: "requires one of the two schema versions that the service knows",
    rationale:
      "`version` says by which models the rest of the file is read, so it is looked at first. It is the version of the schema, not of the flow: that one is the name of the file. A missing one is reported; an unknown one ends in a bare `KeyError`.",
    conditions: {
      E03: "`version` is absent, empty or false",
      E05: "`version` is neither `v1` nor `experimental`",
    },
    repair: "write `version: v1`",
  },
  examples: {
    bad: [
      { yaml: `environment: ambient\n`, without: ["version"], reports: [["E03", 1]] },
      {
        about: "Unquoted, `no` is false",
        yaml: `environment: ambient
version: no
`,
        reports: [["E03", 2]],
      },
      { yaml: `version: ""\n`, reports: [["E03", 1]] },
      { yaml: `version:\n`, reports: [["E03", 1]] },
      { yaml: `version: v2\n`, reports: [["E05", 1]] },
      {
        about: "The version of the flow does not belong here",
        yaml: `version: 1.0.0\n`,
        reports: [["E05", 1]],
      },
      { yaml: `version: 1\n`, reports: [["E05", 1]] },
      { yaml: `version: V1\n`, reports: [["E05", 1]] },
      { yaml: `version: [v1]\n`, reports: [["E05", 1]] },
    ],
    good: [{ yaml: `version: v1\n` }, { yaml: `version: "v1"\n` }],
  },
};
