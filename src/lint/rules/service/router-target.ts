import type { LintRule } from "../../rule/lint-rule.ts";

export const routerTarget: LintRule = {
  id: "router-target",
  origin: "service",
  severity: "error",
  codes: ["E102", "E103"],
  docs: {
    summary: "requires routers and routes to lead to components",
    rationale:
      "A router leads to one component, `end` or `abort`, by `to` or by the routes of its condition. If the key `condition` is there, `to` is ignored. Lists are not supported, and subagents cannot be reached. The service does not ask whether the component has a router of its own; a run that gets to one without fails there.",
    conditions: {
      E102: "a router has neither `to` nor `condition`",
      E103: "`to` or a route leads to something that is no component, or to a subagent",
    },
    repair: "name one component, `end` or `abort`",
  },
  examples: {
    bad: [
      { yaml: `routers:\n  - { from: helper }\n`, reports: [["E102", 2]] },
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_plan }
  - { name: other, type: DeterministicStepComponent, tool_name: get_plan }
routers:
  - { from: helper, to: stpe }
  - { from: step, to: }
  - { from: other, to: [helper, end] }
`,
        reports: [
          ["E103", 6],
          ["E103", 7],
          ["E103", 8],
        ],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:goal
      routes:
        first: stop
        second:
        third: [end]
        default_route: End
`,
        reports: [
          ["E103", 6],
          ["E103", 7],
          ["E103", 8],
          ["E103", 9],
        ],
      },
      {
        about: "Only its supervisor calls a subagent",
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
  - { from: lead, to: writer }
`,
        reports: [["E103", 12]],
      },
    ],
    good: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:goal
      routes: { again: helper, give up: abort, default_route: end }
`,
      },
      {
        about: "With a condition, `to` is ignored",
        yaml: `routers:
  - from: helper
    to: nowhere
    condition: { input: status, routes: {} }
`,
      },
    ],
  },
};
