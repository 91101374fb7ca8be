import type { LintRule } from "../../rule/lint-rule.ts";

export const componentIdentity: LintRule = {
  id: "component-identity",
  origin: "service",
  severity: "error",
  codes: ["E51", "E52", "E53", "E54", "E95"],
  docs: {
    summary: "requires components with a type that exists and a name of their own",
    rationale:
      "Components are built in the order of the file, each under its name; `end` and `abort` are there from the start. Types are the four that may be written, by their exact name: a supervisor is an `AgentComponent` with `subagents`, and has no type of its own. Almost every name passes, but `:` and `|` break the name of the graph's node, which only shows when a router starts from the component.",
    conditions: {
      E51: "a component has no `name`",
      E52: "a component has no `type`, or a list or mapping for one",
      E53: "a component has a type that does not exist",
      E54: "two components have the same name, or one is called `end` or `abort`",
      E95: "the name of a component that becomes a node contains `:` or `|`",
    },
    repair: "use a name of letters, digits and underscores, and one of the four types",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - prompt_id: help
    toolset: []
  - name: checker
    type: [AgentComponent]
  - name: writer
    type: Agent
  - name: lead
    type: SupervisorAgentComponent
  - name: stop
    type: EndComponent
  - name: caller
    type: agentcomponent
`,
        reports: [
          ["E51", 3],
          ["E52", 3],
          ["E52", 6],
          ["E53", 8],
          ["E53", 10],
          ["E53", 12],
          ["E53", 14],
        ],
      },
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: helper
    type: DeterministicStepComponent
    tool_name: get_plan
  - name: abort
    type: DeterministicStepComponent
    tool_name: get_plan
`,
        reports: [
          ["E54", 3],
          ["E54", 6],
        ],
      },
      {
        yaml: `flow: { entry_point: "help:first" }
components:
  - name: "help:first"
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
  - name: this|that
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
routers:
  - { from: "help:first", to: this|that }
  - { from: this|that, to: end }
`,
        reports: [
          ["E95", 3],
          ["E95", 8],
        ],
      },
      {
        about: "A supervisor brings its subagents into the graph",
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: "write:code" }]
  - name: "write:code"
    type: AgentComponent
    prompt_id: help
    description: Writes code.
    toolset: []
    inputs: ["context:goal"]
routers:
  - { from: lead, to: end }
`,
        reports: [["E95", 9]],
      },
    ],
    good: [
      {
        about: "Odd names pass, though others cannot read the outputs of one with a dot",
        yaml: `flow: { entry_point: help.first }
components:
  - { name: help.first, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: "prüfen #2"
    type: DeterministicStepComponent
    tool_name: get_plan
routers:
  - { from: help.first, to: "prüfen #2" }
  - { from: "prüfen #2", to: end }
`,
      },
      {
        about: "Without a router, a component is no node",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: "not:used"
    type: DeterministicStepComponent
    tool_name: get_plan
`,
      },
    ],
  },
};
