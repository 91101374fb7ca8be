import type { LintRule } from "../../rule/lint-rule.ts";

export const responseSchemaTitle: LintRule = {
  id: "response-schema-title",
  origin: "service",
  severity: "error",
  codes: ["E77"],
  docs: {
    summary: "forbids response schemas named like a tool of the agent",
    rationale:
      "The title of a response schema, or its id where it has none, becomes the name of the tool by which the agent answers. The service refuses an agent whose toolset has a tool of that name, for its calls could not be told apart. Tools of other components and those that nobody can execute do not count.",
    repair: "give the schema another `title`",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [get_issue]
    inputs: ["context:goal"]
    response_schema_id: answer
response_schemas:
  - schema_id: answer
    definition: { type: object, title: get_issue }
`,
        reports: [["E77", 7]],
      },
      {
        about: "Without a title, the id is the name",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [{ get_issue: { project_id: 7 } }]
    inputs: ["context:goal"]
    response_schema_id: get_issue
response_schemas:
  - { schema_id: get_issue, definition: { type: object } }
`,
        reports: [["E77", 7]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [get_issue, handover_tool]
    inputs: ["context:goal"]
    response_schema_id: read_file
  - name: other
    type: AgentComponent
    prompt_id: help
    toolset: [read_file]
    inputs: ["context:goal"]
    response_schema_id: handover_tool
response_schemas:
  - { schema_id: read_file, definition: { type: object } }
  - { schema_id: handover_tool, definition: { type: object } }
`,
      },
    ],
  },
};
