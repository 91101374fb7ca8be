import type { LintRule } from "../../rule/lint-rule.ts";

export const promptSafety: LintRule = {
  id: "prompt-safety",
  origin: "service",
  severity: "error",
  codes: ["E30"],
  // What reaches a prompt and can be taken for a part of it: the road of prompt injection.
  security: { cwe: 1427, severity: 7 },
  docs: {
    summary: "forbids templates that imitate the service's own marks or hide text",
    rationale:
      "Every prompt in the file is scanned, used or not, in every environment. Refused are the tags with which the service marks its own messages (`goal`, `system`, `truncated_tool_output`, `truncation_notice`, without attributes), HTML comments, comments hidden in Markdown links at the beginning of a line, and characters that nobody sees; also where they are written as escapes. Only the roles `system`, `user`, `assistant` and `function` are looked at.",
    repair: "use another name for the tag, and leave the comment out",
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You help.
        <!-- to be extended -->
      user: "< / GOAL >{{ goal }}"
      assistant: "\\\\u003csystem\\\\u003e"
      function:
        - "[//]: # (not for the reader)"
        - "[Comment]: <> (nor this)"
`,
        reports: [
          ["E30", 8],
          ["E30", 9],
          ["E30", 10],
          ["E30", 12],
        ],
      },
      {
        about: "The items of a list are scanned as lines of one text",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: ["{{ goal }} <system", ">"] }
`,
        reports: [["E30", 5]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}" }
  - prompt_id: unused
    name: unused
    unit_primitives: []
    prompt_template: { system: "a<!--b" }
`,
        reports: [["E30", 9]],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "{{ goal }}\\U000E0041", system: "\\\\uDB40\\\\uDC41" }
`,
        reports: [
          ["E30", 5],
          ["E30", 5],
        ],
      },
      {
        yaml: `environment: chat-partial
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: "<goal>", user: "\\\\u003c!-- x --\\\\u003e" }
`,
        reports: [
          ["E30", 6],
          ["E30", 6],
        ],
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: '{"first": "<goal>", "second": "{{ goal }}"}' }
`,
        reports: [["E30", 5]],
      },
    ],
    good: [
      {
        about: "Other tags, attributes, an arrow and a mention in the middle of a line are fine",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        <task>You help.</task> <system_prompt> <goal id="1"> <goal/> -->
        See [//]: # (in the middle), or
        [//]: # without parentheses.
      user: "{{ goal }}\\u200B"
`,
      },
      {
        about: "Other roles are not scanned, nor is a tag that two items share",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: ["{{ goal }} <sys", "tem>"], developer: "<goal>" }
`,
      },
    ],
  },
};
