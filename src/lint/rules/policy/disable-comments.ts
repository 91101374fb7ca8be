import type { LintRule } from "../../rule/lint-rule.ts";

export const disableComments: LintRule = {
  id: "disable-comments",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary:
      "requires comments that pass over a finding to name a rule, to say why, and to be needed",
    rationale:
      "`# flowproof-disable-next-line <rule>: <reason>` takes the findings of a rule, or of several with commas between them, out of the next line that is neither empty nor a comment, and out of the text that begins on it where that goes over several lines. Whoever reviews the file next has to know why, so that a comment without a reason passes nothing over, and neither does one of a rule that does not exist: both are errors. One that passes nothing over any more hides the next mistake on its line, which is a warning, unless the rule is off or was not asked. This rule itself is set in `flowproof.yml` or by `--rule` only.",
    repair: "write `# flowproof-disable-next-line <rule>: <reason>`, or remove the comment",
  },
  examples: {
    bad: [
      {
        about: "Without a reason the finding stays",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    # flowproof-disable-next-line unknown-tool
    toolset: [reed_file]
    inputs: [{ from: "context:goal", as: goal }]
`,
        reports: [["disable-comments", 5]],
      },
      {
        about: "There is no such rule",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    # flowproof-disable-next-line unknown-tols: an MCP server of ours has it
    toolset: [reed_file]
    inputs: [{ from: "context:goal", as: goal }]
`,
        reports: [["disable-comments", 5]],
      },
      {
        about: "Nothing is wrong any more",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    # flowproof-disable-next-line unknown-tool: an MCP server of ours has it
    toolset: [read_file]
    inputs: [{ from: "context:goal", as: goal }]
`,
        reports: [["disable-comments", 5]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    # flowproof-disable-next-line unknown-tool: an MCP server of ours has it
    toolset: [reed_file]
    inputs: [{ from: "context:goal", as: goal }]
`,
      },
    ],
  },
};
