import type { LintRule } from "../../rule/lint-rule.ts";

export const entryPoint: LintRule = {
  id: "entry-point",
  origin: "service",
  severity: "error",
  codes: ["E15", "E50", "E111", "E112"],
  docs: {
    summary: "requires an entry point that is a node of the graph",
    rationale:
      "`flow.entry_point` names the component where a run begins. That there is one at all is asked before anything is built; whether it exists, only after every component and router. A component becomes a node of the graph by the router that starts from it, so an entry point without a router is refused even if it is the only component; `end` and `abort` need none. Subagents belong to their supervisor and are no components any more.",
    conditions: {
      E15: "`entry_point` is neither a text nor null",
      E50: "`entry_point` is absent or null",
      E111: "`entry_point` names no component, or a subagent",
      E112: "no router starts from the entry point",
    },
    repair: "name a component from which a router starts",
  },
  examples: {
    bad: [
      { yaml: `flow: { entry_point: 1 }\n`, reports: [["E15", 1]] },
      { yaml: `flow:\n  entry_point: [helper]\n`, reports: [["E15", 2]] },
      { yaml: `flow: {}\n`, reports: [["E50", 1]] },
      { yaml: `flow:\n  entry_point:\n`, reports: [["E50", 2]] },
      { yaml: `flow:\n  entry_point: helpr\n`, reports: [["E111", 2]] },
      { yaml: `flow:\n  entry_point: ""\n`, reports: [["E111", 2]] },
      {
        about: "A subagent cannot be entered",
        yaml: `flow:
  entry_point: writer
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers:
  - { from: lead, to: end }
`,
        reports: [["E111", 2]],
      },
      { yaml: `flow:\n  entry_point: helper\nrouters: []\n`, reports: [["E112", 2]] },
    ],
    good: [
      { yaml: `flow: { entry_point: helper }\nrouters: [{ from: helper, to: end }]\n` },
      {
        about: "`end` and `abort` are in every flow",
        yaml: `flow: { entry_point: abort }\n`,
      },
      {
        about: "A chat that borrows an agent enters nothing",
        yaml: `environment: chat-partial\nflow: {}\n`,
      },
    ],
  },
};
