import { didYouMean } from "../../../core/text/suggest.ts";
import { keySpot, spotOf } from "../../analysis/spot.ts";
import { usedPrompts } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

const roles = ["system", "user", "human", "assistant", "ai", "placeholder"];

export const promptRoles: LintRule = {
  id: "prompt-roles",
  origin: "style",
  severity: "error",
  codes: ["L16"],
  docs: {
    summary: "requires roles in a prompt that the service can make messages of",
    rationale:
      "The service takes any role, and fails when it makes messages of the prompt, on the first call of the model: it knows `system`, `user` or `human`, `assistant` or `ai`, and `placeholder`, in whose place a list of messages is put. The only list that there is, is `history`.",
    repair: "use system, user or assistant, and `placeholder: history`",
  },
  check({ flow }) {
    if (flow.environment === "chat-partial") return [];
    return usedPrompts(flow).flatMap(({ prompt }) => {
      return prompt.entries.flatMap(({ role, texts, isList, at }) => {
        const owner = `prompt "${prompt.id}"`;
        if (!roles.includes(role)) {
          const message = `${owner} has the role "${role}", of which no message can be made`;
          return [{ ...keySpot(flow, at), code: "L16", message, hint: didYouMean(role, roles) }];
        }
        const [list = ""] = texts;
        if (role !== "placeholder" || isList || list === "history") return [];
        const message = `${owner} has a placeholder for "${list}", and the only list of messages is history`;
        return [
          { ...spotOf(flow, at), code: "L16", message, hint: 'write "placeholder: history"' },
        ];
      });
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
      system: You help.
      User: "{{ goal }}"
      developer: Be brief.
      placeholder: messages
`,
        reports: [
          ["L16", 7],
          ["L16", 8],
          ["L16", 9],
        ],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: [You help., Be brief.]
      human: "{{ goal }}"
      ai: I will.
      placeholder: history
`,
      },
      {
        about: "A chat looks at `system` only, and nobody at prompts that are not used",
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [] }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., developer: Be brief. }
`,
      },
    ],
  },
};
