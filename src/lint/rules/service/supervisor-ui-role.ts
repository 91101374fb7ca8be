import type { LintRule } from "../../rule/lint-rule.ts";

export const supervisorUiRole: LintRule = {
  id: "supervisor-ui-role",
  origin: "service",
  severity: "error",
  codes: ["E94"],
  docs: {
    summary: "requires a supervisor to appear as a kind of message that exists",
    rationale:
      "`ui_role_as` says as whom a component appears in the log that the user sees. A plain agent may be `agent` or `tool`. A supervisor's is not looked at when it is read, only when a router attaches it, and must then be a kind of message: `agent`, `user`, `tool`, `request` or `workflow_end`.",
    repair: "use `agent`, or leave the key out for the same",
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
    ui_role_as: assistant
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers: [{ from: lead, to: end }]
`,
        reports: [["E94", 8]],
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
    ui_role_as: request
    subagents: [{ name: writer }]
  - name: writer
    type: AgentComponent
    prompt_id: help
    description: Writes.
    toolset: []
    inputs: ["context:goal"]
    ui_role_as: tool
routers: [{ from: lead, to: end }]
`,
      },
      {
        about: "Without a router, nobody looks",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    ui_role_as: assistant
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
`,
      },
    ],
  },
};
