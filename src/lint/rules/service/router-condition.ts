import type { LintRule } from "../../rule/lint-rule.ts";

export const routerCondition: LintRule = {
  id: "router-condition",
  origin: "service",
  severity: "error",
  codes: ["E105", "E106", "E107", "E109", "E110"],
  docs: {
    summary:
      "requires a condition to read the context or the status and to map values to components",
    rationale:
      "The value of the condition's `input` is turned into text and looked up among the keys of `routes`; `default_route` takes the rest. The input has the forms of a component's inputs, but may only read `context` and `status`; `as` is ignored, and a literal decides nothing. Unquoted keys such as `true` or `1` are accepted although no text ever equals them.",
    conditions: {
      E105: "`condition` is null, or has no mapping `routes`",
      E106: "`condition` has no `input`",
      E107: "`input` is neither a text nor a mapping",
      E109: "`input` reads another part of the state than `context` or `status`, or is a literal",
      E110: "the key of a route is null, or a number with a fraction",
    },
    repair: 'write `input: "context:…"`, and `routes` with keys in quotes',
  },
  examples: {
    bad: [
      { yaml: `routers:\n  - from: helper\n    condition:\n`, reports: [["E105", 3]] },
      {
        yaml: `routers:
  - from: helper
    condition: { input: status }
`,
        reports: [["E105", 3]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: status
      routes: [end]
`,
        reports: [["E105", 5]],
      },
      {
        yaml: `routers:
  - from: helper
    condition: { routes: { default_route: end } }
`,
        reports: [["E106", 3]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: [status]
      routes: { default_route: end }
`,
        reports: [["E107", 4]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input:
      routes: { default_route: end }
`,
        reports: [["E107", 4]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: ui_chat_log
      routes: { default_route: end }
`,
        reports: [["E109", 4]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: { from: approve, as: decision, literal: true }
      routes: { approve: end }
`,
        reports: [["E109", 4]],
      },
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:goal
      routes:
        ~: end
        1.5: end
        default_route: end
`,
        reports: [
          ["E110", 6],
          ["E110", 7],
        ],
      },
    ],
    good: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: { from: "context:helper.final_answer", as: ignored, optional: true }
      routes: { "": helper, "None": abort, default_route: end }
`,
      },
      {
        about: "Accepted, though these keys never match",
        yaml: `routers:
  - from: helper
    condition:
      input: context
      routes: { true: end, 1: end, 2.0: end }
`,
      },
    ],
  },
};
