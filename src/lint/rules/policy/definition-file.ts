import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionFile: LintRule = {
  id: "definition-file",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "requires files of definitions that can be read",
    rationale:
      "What an instance registers as foundational is in `definitions.yml`, or in Ruby files of GitLab itself. Of a file that is not valid YAML or Ruby nothing else is judged; keys that the format does not have, and values of the wrong kind, are reported beside everything else. Ruby is parsed and never run: what a method would compute is unknown, and no rule judges it.",
    repair: "correct the syntax",
  },
  checkDefinitions({ file: { problems, definitions, language } }) {
    if (problems.length > 0) return problems;
    if (language === "yaml" || definitions.length > 0) return [];
    const at = { line: 1, column: 1 };
    return [
      {
        severity: "warning",
        message: "no hash in this file looks like the definition of an agent or a flow",
        hint: "name the files that hold them, or leave this one out",
        at: [],
        range: { start: at, end: at },
      },
    ];
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    reference: other
`,
        reports: [["definition-file", 4]],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - { id: 1, reference: helper, version: v1, name: Helper, description: Helps }
`,
      },
    ],
  },
};
