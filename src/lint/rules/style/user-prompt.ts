import { isSound } from "../../analysis/faults.ts";
import { keySpot } from "../../analysis/spot.ts";
import { usedPrompts } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const userPrompt: LintRule = {
  id: "user-prompt",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "requires a prompt to begin the conversation",
    rationale:
      "The system part is sent apart from the messages. When a component runs for the first time its history is empty, so that without a `user` text there is no message at all, which Anthropic's interface refuses. The goal does not come into the conversation by itself.",
    repair: "add a `user` text with what the agent shall do now, perhaps `{{ goal }}`",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    return usedPrompts(flow).flatMap(({ prompt }) => {
      const { entries, id, at } = prompt;
      if (!isSound(input, at)) return [];
      if (entries.some(({ role }) => role !== "placeholder" && !role.startsWith("system")))
        return [];
      const message = `prompt "${id}" has no user part, and so nothing to send to the model`;
      return [{ ...keySpot(flow, [...at, "prompt_template"]), message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "You help with {{ goal }}"
      placeholder: history
`,
        reports: [["user-prompt", 5]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., human: "{{ goal }}" }
`,
      },
      {
        about: "In a chat the user begins",
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [] }
prompts:
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { system: You help. } }
`,
      },
    ],
  },
};
