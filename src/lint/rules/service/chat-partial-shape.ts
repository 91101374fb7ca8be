import type { LintRule } from "../../rule/lint-rule.ts";

export const chatPartialShape: LintRule = {
  id: "chat-partial-shape",
  origin: "service",
  severity: "error",
  codes: ["E31", "E32", "E33", "E34", "E35", "E36"],
  docs: {
    summary: "requires exactly one agent with a toolset in a flow that a chat borrows",
    rationale:
      "Of a `chat-partial` flow a chat takes the name, the tools, the inputs and the system prompt of its one agent. The service checks just that, one thing at a time, by exceptions, and compiles nothing: whatever else is wrong in its agent shows when somebody chats.",
    conditions: {
      E31: "there is not exactly one component",
      E32: "the component is not an `AgentComponent`",
      E33: "the component has no `type`",
      E34: "there is more than one prompt",
      E35: "there is a prompt in the file, and a `prompt_version` that asks the registry for one",
      E36: "the component has no key `toolset`",
    },
    repair: "keep one AgentComponent with a `toolset` and one prompt, or use environment `chat`",
  },
  examples: {
    bad: [
      { yaml: `environment: chat-partial\ncomponents: []\n`, reports: [["E31", 2]] },
      {
        yaml: `environment: chat-partial
components:
  - { type: AgentComponent, toolset: [] }
  - { type: AgentComponent, toolset: [] }
`,
        reports: [["E31", 3]],
      },
      {
        yaml: `environment: chat-partial
components:
  - type: OneOffComponent
    toolset: []
`,
        reports: [["E32", 3]],
      },
      {
        yaml: `environment: chat-partial
components:
  - name: helper
    toolset: []
`,
        reports: [["E33", 3]],
      },
      {
        yaml: `environment: chat-partial
prompts:
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { system: You help. } }
  - { prompt_id: more, name: more, unit_primitives: [], prompt_template: { system: And more. } }
`,
        reports: [["E34", 3]],
      },
      {
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    prompt_id: help
    prompt_version: ^1.0.0
    toolset: []
`,
        reports: [["E35", 5]],
      },
      {
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    tool_name: get_issue
`,
        reports: [["E36", 3]],
      },
    ],
    good: [
      {
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    toolset:
`,
        without: ["flow", "routers"],
      },
      {
        about: "An empty version asks for nothing",
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    prompt_id: help
    prompt_version: ""
    toolset: [get_issue]
`,
      },
      {
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    prompt_id: help
    prompt_version: ^1.0.0
    toolset: []
prompts: []
`,
      },
      {
        about: "What is compiled for other flows is not looked at",
        yaml: `environment: chat-partial
components:
  - type: AgentComponent
    toolset: [{ get_issue: { nowhere: 1 } }]
    max_cycles: -1
    inputs: [nothing]
routers: [{ form: helper }]
response_schemas: [{ schema_id: answer, definition: "{" }]
`,
      },
    ],
  },
};
