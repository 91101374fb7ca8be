import type { NodePath } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { keySpot } from "../../analysis/spot.ts";
import { keysAt, valueAt } from "../../analysis/written.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const chatPartialUnused: LintRule = {
  id: "chat-partial-unused",
  origin: "style",
  severity: "info",
  codes: ["L25"],
  docs: {
    summary: "reports settings that a chat does not take over from its agent",
    rationale:
      "Of a `chat-partial` flow a chat uses the name, the tools, the inputs and the system text of the one prompt. It has its own model, limits, approval, compaction and messages, so that these settings do nothing, also where they are meant to hold the agent back. What GitLab writes into every such flow by itself is not reported: routers, an entry point, `ui_log_events`, a `user` text, a placeholder, a timeout.",
    repair: "remove it, or use environment `chat`, which runs the flow as it is written",
  },
  check(input) {
    const { flow } = input;
    const isKnown = isSound(input, ["components"]) && isSound(input, ["prompts"]);
    if (flow.environment !== "chat-partial" || !isKnown) return [];
    return [
      ...settingsIn(input, ["components", 0], ofComponent),
      ...settingsIn(input, ["prompts", 0], ["model"]),
      ...settingsIn(input, [], ["response_schemas"]),
    ].map((at) => {
      const message = `a chat does not use "${String(at.at(-1))}"`;
      return { ...keySpot(flow, at), code: "L25", message };
    });
  },
  examples: {
    bad: [
      {
        yaml: `environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [run_command]
    require_tool_approval: true
    max_cycles: 5
    model_tags: [large]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
    model: { params: { max_tokens: 8192 } }
`,
        reports: [
          ["L25", 7],
          ["L25", 8],
          ["L25", 9],
          ["L25", 15],
        ],
      },
    ],
    good: [
      {
        yaml: `environment: chat-partial
components:
  - name: 348/0
    type: AgentComponent
    prompt_id: 348/0_prompt
    inputs: [{ from: "context:goal", as: goal }]
    toolset: [get_issue]
    ui_log_events: [on_agent_final_answer]
routers: [{ from: 348/0, to: end }]
flow: { entry_point: 348/0 }
prompts:
  - prompt_id: 348/0_prompt
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}", placeholder: history }
    params: { timeout: 30 }
    model:
`,
      },
    ],
  },
};

const ofComponent = [
  "compaction",
  "max_cycles",
  "max_wrap_up_retries",
  "model_size_preference",
  "model_tags",
  "pre_approved_tools",
  "require_tool_approval",
  "response_schema_id",
  "response_schema_tracking",
  "response_schema_tracking_context",
  "response_schema_version",
  "subagents",
  "ui_role_as",
];

/** The paths to settings that say something. */
function settingsIn(input: LintInput, at: NodePath, keys: readonly string[]): readonly NodePath[] {
  return keysAt(input, at).flatMap((key) => {
    const path = [...at, key];
    const value = valueAt(input, path);
    const isEmpty =
      value === null || value === false || (Array.isArray(value) && value.length === 0);
    return keys.includes(key) && !isEmpty ? [path] : [];
  });
}
