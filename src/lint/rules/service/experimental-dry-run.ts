import type { LintRule } from "../../rule/lint-rule.ts";

export const experimentalDryRun: LintRule = {
  id: "experimental-dry-run",
  origin: "service",
  severity: "info",
  codes: ["E07"],
  docs: {
    summary: "reports flows that the service runs but cannot validate",
    rationale:
      "The validator compiles flows of version v1 without running them. For experimental ones it has no such dry run: it checks their schema and their prompts, and then raises an exception instead of a verdict. The flow runs all the same, so this is no error; it only means that nothing below is known from the service itself. Those in environment `chat-partial` are never compiled and pass.",
    repair: "move to `version: v1` when the flow needs nothing that is experimental",
  },
  examples: {
    bad: [
      {
        yaml: `version: experimental
environment: ambient
`,
        reports: [["E07", 1]],
      },
      {
        yaml: `environment: ide
version: experimental
`,
        reports: [["E07", 2]],
      },
    ],
    good: [
      {
        yaml: `version: experimental
environment: chat-partial
`,
      },
      { yaml: `version: v1\n` },
    ],
  },
};
