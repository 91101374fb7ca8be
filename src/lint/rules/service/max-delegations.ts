import type { LintRule } from "../../rule/lint-rule.ts";

export const maxDelegations: LintRule = {
  id: "max-delegations",
  origin: "service",
  severity: "error",
  codes: ["E66"],
  docs: {
    summary: "requires that a supervisor may delegate at least once",
    rationale:
      "`max_delegations` limits how often a supervisor hands work to its subagents; left out or null, nothing does. Below 1 its subagents would be of no use. Agents without subagents ignore the key.",
    repair: "use a whole number of at least 1, or leave it out for no limit",
  },
  examples: {
    bad: [
      {
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
    max_delegations: 0
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers: [{ from: lead, to: end }]
`,
        reports: [["E66", 9]],
      },
    ],
    good: [
      {
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
    max_delegations:
  - name: writer
    type: AgentComponent
    prompt_id: help
    description: Writes.
    toolset: []
    inputs: ["context:goal"]
    max_delegations: 0
routers: [{ from: lead, to: end }]
`,
      },
    ],
  },
};
