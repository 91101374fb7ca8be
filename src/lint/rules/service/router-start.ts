import type { LintRule } from "../../rule/lint-rule.ts";

export const routerStart: LintRule = {
  id: "router-start",
  origin: "service",
  severity: "error",
  codes: ["E100", "E101", "E104"],
  docs: {
    summary: "requires each router to start from a component of its own",
    rationale:
      "A router attaches the component that it starts from to the graph; a second one would attach it again, and the graph refuses nodes twice. A component that can go several ways has one router with a condition. Nothing follows `end` and `abort`, and nothing starts from a subagent, which only its supervisor calls.",
    conditions: {
      E100: "a router has no `from`",
      E101: "a router starts from something that is no component, or from a subagent",
      E104: "a component would be attached twice, or a router starts from `end` or `abort`",
    },
    repair: "keep one router for each component, and give it a condition where ways part",
  },
  examples: {
    bad: [
      {
        yaml: `routers:
  - to: end
  - { form: helper, to: end }
  - { from: helpr, to: end }
  - { from: [helper], to: end }
  - { from: , to: end }
  - { from: helper, to: end }
`,
        reports: [
          ["E100", 2],
          ["E100", 3],
          ["E101", 4],
          ["E101", 5],
          ["E101", 6],
        ],
      },
      {
        yaml: `routers:
  - { from: helper, to: helper }
  - { from: helper, to: end }
  - { from: end, to: helper }
  - { from: abort, to: end }
`,
        reports: [
          ["E104", 3],
          ["E104", 4],
          ["E104", 5],
        ],
      },
      {
        about: "A later component may take the name of a subagent, but not be in the graph with it",
        yaml: `flow: { entry_point: lead }
components:
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
routers:
  - { from: lead, to: writer }
  - { from: writer, to: end }
`,
        reports: [["E104", 11]],
      },
      {
        yaml: `flow: { entry_point: lead }
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
  - { from: writer, to: lead }
`,
        reports: [["E101", 13]],
      },
    ],
    good: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:goal
      routes: { again: helper, default_route: end }
    name: ignored
`,
      },
      {
        about: "Loops, also without an end, and components without a router are accepted",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: idle
    type: DeterministicStepComponent
    tool_name: get_plan
routers:
  - { from: helper, to: helper }
`,
      },
    ],
  },
};
