import type { LintRule } from "../../rule/lint-rule.ts";

export const flowEnvironment: LintRule = {
  id: "flow-environment",
  origin: "service",
  severity: "error",
  codes: ["E04", "E11"],
  docs: {
    summary: "requires one of the environments in which the service runs flows",
    rationale:
      "`ambient` runs by itself, `chat` is a conversation that walks a graph, `chat-partial` lends its one agent to a chat. The key is asked for right after `version`. Guides and older flows show others, such as `web`, `ide` or `remote`; flows of version v1 are refused with them.",
    conditions: {
      E04: "`environment` is absent, empty or false",
      E11: "a flow of version v1 has another environment than these three",
    },
    repair: "write `environment: ambient`, `chat` or `chat-partial`",
  },
  examples: {
    bad: [
      { yaml: `version: v1\n`, without: ["environment"], reports: [["E04", 1]] },
      { yaml: `version: v1\nenvironment:\n`, reports: [["E04", 2]] },
      { yaml: `version: v1\nenvironment: off\n`, reports: [["E04", 2]] },
      { yaml: `version: v1\nenvironment: web\n`, reports: [["E11", 2]] },
      { yaml: `environment: Chat\n`, reports: [["E11", 1]] },
      { yaml: `environment: chat_partial\n`, reports: [["E11", 1]] },
      { yaml: `environment: [chat]\n`, reports: [["E11", 1]] },
      { yaml: `environment: yes\n`, reports: [["E11", 1]] },
    ],
    good: [
      { yaml: `environment: chat\n` },
      {
        about: "Experimental flows may name any",
        yaml: `version: experimental
environment: ide
`,
      },
    ],
  },
};
