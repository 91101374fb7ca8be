import type { LintRule } from "../../rule/lint-rule.ts";

export const componentCompaction: LintRule = {
  id: "component-compaction",
  origin: "service",
  severity: "error",
  codes: ["E62"],
  docs: {
    summary: "limits the numbers of `compaction` to what shortens a conversation",
    rationale:
      "`compaction` is true, false or a mapping: how many recent messages stay as they are (10), how many tokens those may take (40000), and from which part of the model's window on the rest is summarized (0.7). The counts must be above 0, the part above 0 and at most 1. The service's own message lists both branches of the union, of which the one about booleans can be passed over.",
    repair: "keep the counts above 0 and `trim_threshold` above 0 and at most 1",
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
    compaction:
      max_recent_messages: 0
      recent_messages_token_budget: -1
      trim_threshold: 1.5
  - name: once
    type: OneOffComponent
    prompt_id: elsewhere
    toolset: []
    compaction: { trim_threshold: 0 }
`,
        reports: [
          ["E62", 8],
          ["E62", 9],
          ["E62", 10],
          ["E62", 15],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    compaction: { type: compaction, max_recent_messages: 1, trim_threshold: "1", other: 0 }
`,
      },
      {
        about: "Steps call no model, so that theirs is ignored",
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: get_plan
    compaction: { max_recent_messages: 0 }
routers: [{ from: step, to: end }]
`,
      },
    ],
  },
};
