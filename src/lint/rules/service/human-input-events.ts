import type { LintRule } from "../../rule/lint-rule.ts";

export const humanInputEvents: LintRule = {
  id: "human-input-events",
  origin: "service",
  severity: "error",
  codes: ["E82"],
  docs: {
    summary: "requires a question and its answer to be shown to the user",
    rationale:
      "A `HumanInputComponent` stops until somebody answers. Outside of a chat its `ui_log_events` must contain both `on_user_input_prompt`, which shows the question, and `on_user_response`; in environment `chat`, where the conversation shows the question anyway, only the answer. Left out, it contains both.",
    repair: "leave `ui_log_events` out to have both events",
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: asker
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
    ui_log_events: [on_user_response]
  - name: silent
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
    ui_log_events: []
`,
        reports: [
          ["E82", 7],
          ["E82", 12],
        ],
      },
      {
        yaml: `environment: chat
components:
  - name: helper
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
    ui_log_events:
      - on_user_input_prompt
`,
        reports: [["E82", 8]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
`,
      },
      {
        about: "A chat shows the question by itself",
        yaml: `environment: chat
components:
  - name: helper
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
    ui_log_events: [on_user_response]
`,
      },
    ],
  },
};
