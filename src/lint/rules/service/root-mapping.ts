import type { LintRule } from "../../rule/lint-rule.ts";

export const rootMapping: LintRule = {
  id: "root-mapping",
  origin: "service",
  severity: "error",
  codes: ["E02", "E06"],
  docs: {
    summary: "requires a mapping with texts as keys at the root of the file",
    rationale:
      "The root of the file becomes the named arguments of a Python call. A list or a text cannot, and neither can a key that YAML reads as something else: a bare `on` or `yes` is a boolean in YAML 1.1, `1` a number. The second case ends in an exception that names no key.",
    conditions: {
      E02: "the file is empty, or a list, or a single value",
      E06: "a key at the root is not a text",
    },
    repair: "write the keys of a flow at the left margin, and odd ones in quotes",
  },
  examples: {
    bad: [
      {
        whole: true,
        yaml: `- version: v1
- environment: ambient
`,
        reports: [["E02", 1]],
      },
      {
        whole: true,
        yaml: `# to be written
`,
        reports: [["E02", 1]],
      },
      { whole: true, yaml: `developer/v1\n`, reports: [["E02", 1]] },
      {
        yaml: `version: v1
on: push
2: two
~: nothing
`,
        reports: [
          ["E06", 2],
          ["E06", 3],
          ["E06", 4],
        ],
      },
    ],
    good: [
      {
        about: "Keys that the service does not know are ignored, as long as they are texts",
        yaml: `version: v1
"on": push
owner: planning team
`,
      },
    ],
  },
};
