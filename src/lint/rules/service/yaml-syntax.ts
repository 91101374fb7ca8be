import type { LintRule } from "../../rule/lint-rule.ts";

export const yamlSyntax: LintRule = {
  id: "yaml-syntax",
  origin: "service",
  severity: "error",
  codes: ["E01"],
  docs: {
    summary: "requires a file that is one document of YAML 1.1",
    rationale:
      "The service reads a flow with Python's safe loader: one document, no tags of your own, no tabs in the indentation, every alias after its anchor. Where that fails it raises the parser's error and looks at nothing else. What of the file can be read all the same is checked here too.",
    repair: "mend the YAML; an editor with a YAML plugin shows the same place",
  },
  examples: {
    bad: [
      {
        yaml: `name: helper
description: What to do: help
`,
        reports: [["E01", 2]],
      },
      {
        about: "To YAML, braces begin a mapping, so a template that begins with them needs quotes",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      user: {{ goal }}
`,
        reports: [["E01", 6]],
      },
      {
        about: "Tabs cannot indent",
        whole: true,
        yaml: `version: v1
flow:
\tentry_point: helper
`,
        reports: [["E01", 3]],
      },
      {
        about: "The loader constructs plain data only",
        yaml: `name: helper
description: !include about.txt
`,
        reports: [["E01", 2]],
      },
      {
        about: "A file is one document",
        whole: true,
        yaml: `version: v1
---
environment: ambient
`,
        reports: [["E01", 2]],
      },
      {
        yaml: `name: helper
description: *about
`,
        reports: [["E01", 2]],
      },
      {
        whole: true,
        yaml: `version: v1
flow: { entry_point: helper
`,
        reports: [["E01", 2]],
      },
    ],
    good: [
      {
        about: "Anchors, merge keys and a document marker at the beginning are YAML too",
        yaml: `---
components:
  - &agent
    name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
  - <<: *agent
    name: checker
routers:
  - { from: helper, to: checker }
  - { from: checker, to: end }
`,
      },
      {
        about: "Of a repeated key the service keeps the last one",
        yaml: `name: first
name: second
`,
      },
    ],
  },
};
