import type { LintRule } from "../../rule/lint-rule.ts";

export const subagents: LintRule = {
  id: "subagents",
  origin: "service",
  severity: "error",
  codes: ["E88", "E89", "E90", "E91", "E92", "E93", "E113"],
  docs: {
    summary: "requires subagents that are agents of the flow, described, and nobody else's",
    rationale:
      "An `AgentComponent` with `subagents` is a supervisor: it delegates by a tool that lists them with their descriptions. A subagent is an agent without subagents of its own, and belongs to one supervisor; it leaves the table of components, so that nothing else can name it. Where in the file it stands does not matter. Malformed lists are refused for components of every type; a missing description only shows when a router starts from the supervisor.",
    conditions: {
      E88: "`subagents` is not a list of mappings with a `name`",
      E89: "a subagent is named twice",
      E90: "a subagent does not exist, is the supervisor itself, or belongs to another one",
      E91: "a subagent is not an agent, or is a supervisor",
      E92: "the name of a subagent cannot be a member of a Python enum",
      E93: "a subagent has no `description`",
      E113: "a supervisor writes `subagent_components`, an argument that the service supplies",
    },
    repair: "list agents of this flow as `- name: <component>`, each with a `description`",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [writer, { id: writer }]
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: { name: helper }
  - name: once
    type: OneOffComponent
    prompt_id: help
    toolset: [get_issue]
    subagents: writer
`,
        reports: [
          ["E88", 7],
          ["E88", 7],
          ["E88", 13],
          ["E88", 18],
        ],
      },
      {
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents:
      - name: writer
      - name: writer
      - name: lead
      - name: writre
      - name: step
      - name: end
    subagent_components: {}
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
routers: [{ from: lead, to: end }]
`,
        reports: [
          ["E89", 10],
          ["E90", 11],
          ["E90", 12],
          ["E91", 13],
          ["E91", 14],
          ["E113", 15],
          ["E93", 16],
        ],
      },
      {
        about: "A subagent has one supervisor, and no subagents",
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
  - name: second
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents:
      - name: writer
      - name: lead
routers: [{ from: lead, to: end }]
`,
        reports: [
          ["E90", 17],
          ["E91", 18],
        ],
      },
      {
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents:
      - name: mro
      - name: _writer_
  - { name: mro, type: AgentComponent, description: Reads.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: _writer_, type: AgentComponent, description: "",
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers: [{ from: lead, to: end }]
`,
        reports: [
          ["E92", 9],
          ["E92", 10],
          ["E93", 13],
        ],
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
    subagents: [{ name: write-code, role: writer }, { name: _reader }]
  - { name: write-code, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: _reader
    type: AgentComponent
    prompt_id: help
    description: Reads.
    toolset: []
    inputs: ["context:goal"]
    subagents: []
    subagent_components: {}
routers: [{ from: lead, to: end }]
`,
      },
      {
        about: "Without a router, nobody asks what the subagents are for",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
`,
      },
    ],
  },
};
