import type { LintRule } from "../../rule/lint-rule.ts";

export const componentFields: LintRule = {
  id: "component-fields",
  origin: "service",
  severity: "error",
  codes: ["E59", "E60", "E61"],
  docs: {
    summary: "requires the fields that a component's type needs, each of its kind",
    rationale:
      "A component's keys become arguments of its class. Keys that the type does not have are ignored, so a typo in an optional one goes unnoticed; a missing or wrong one is refused with all others of the same component, when it is that component's turn. Numbers and booleans may be written as texts (`\"5\"`, `yes`); texts may not be written as numbers. `toolset` is required although the documentation says otherwise.",
    conditions: {
      E59: "a key is not a text",
      E60: "a required field is absent",
      E61: "a field is of the wrong kind, or none of the words that it may be",
    },
    repair: "give the field the kind it needs, or leave an optional one out",
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
    on: failure
    5: five
`,
        reports: [
          ["E59", 7],
          ["E59", 8],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    inputs: ["context:goal"]
    max_cycles: { iteration_warning_offset: 3 }
  - name: asker
    type: HumanInputComponent
  - name: once
    type: OneOffComponent
`,
        reports: [
          ["E60", 2],
          ["E60", 2],
          ["E60", 5],
          ["E60", 6],
          ["E60", 6],
          ["E60", 8],
          ["E60", 8],
        ],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: []
    prompt_version: 1.0
    compaction:
    max_cycles: 5.5
    max_wrap_up_retries: "5.5"
    model_tags: [fast, 5]
    model_size_preference: [small]
    require_tool_approval: 2
    pre_approved_tools: get_issue
    description: 5
    response_schema_tracking_context: { branch: 5 }
    ui_log_events: [on_agent_final_answer, on_delegation, On_Agent_Reasoning]
    ui_role_as: user
`,
        reports: [
          ["E61", 7],
          ["E61", 8],
          ["E61", 9],
          ["E61", 10],
          ["E61", 11],
          ["E61", 12],
          ["E61", 13],
          ["E61", 14],
          ["E61", 15],
          ["E61", 16],
          ["E61", 17],
          ["E61", 17],
          ["E61", 18],
        ],
      },
      {
        yaml: `components:
  - name: 5
    type: AgentComponent
    prompt_id: [help]
    toolset: []
    response_schema_id: 7
    response_schema_version: 1.0
    response_schema_tracking:
    compaction: { type: summary, trim_threshold: most }
    max_cycles: { threshold: 10, iteration_warning_offset: few }
    ui_log_events:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
`,
        reports: [
          ["E61", 2],
          ["E61", 4],
          ["E61", 6],
          ["E61", 7],
          ["E61", 8],
          ["E61", 9],
          ["E61", 9],
          ["E61", 10],
          ["E61", 11],
        ],
      },
      {
        about: "Each type has events and words of its own",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: asker
    type: HumanInputComponent
    sends_response_to: [helper]
    message_template:
    interaction_type: question
  - name: once
    type: OneOffComponent
    prompt_id: elsewhere
    toolset: []
    max_correction_attempts: none
    ui_log_events: [on_tool_approval_request]
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
    ui_role_as: agent
`,
        reports: [
          ["E61", 5],
          ["E61", 6],
          ["E61", 7],
          ["E61", 12],
          ["E61", 13],
          ["E61", 17],
        ],
      },
    ],
    good: [
      {
        about: "Numbers and booleans may be texts, and whole numbers have a point",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    prompt_version:
    toolset: []
    inputs: ["context:goal"]
    max_cycles: " 5 "
    max_wrap_up_retries: 5.0
    require_tool_approval: Y
    response_schema_tracking: 0.0
    compaction: "off"
    model_tags: fast
    description:
    ui_log_events: [on_tool_approval_request]
`,
      },
      {
        about: "Keys that a type does not have are ignored, whatever they hold",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_correction_attempts: none
    colour: [red]
  - name: asker
    type: HumanInputComponent
    sends_response_to: nobody
    message_template: ""
    prompt_id: 5
    ui_role_as: anything
  - name: once
    type: OneOffComponent
    prompt_id: elsewhere
    tool_name: get_issue
    max_correction_attempts: -1
    max_cycles: 0
`,
      },
    ],
  },
};
