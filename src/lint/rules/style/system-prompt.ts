import { isSound } from "../../analysis/faults.ts";
import { keySpot } from "../../analysis/spot.ts";
import { usedPrompts } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const systemPrompt: LintRule = {
  id: "system-prompt",
  origin: "style",
  severity: "warning",
  codes: ["L26"],
  docs: {
    summary: "requires a prompt to have a system part",
    rationale:
      "In front of the first system message the service puts its own security guidance: that what tools return is data and no order. A prompt without a system part goes out without it, and the agent is left to whatever an issue or a file tells it.",
    repair: "add a `system` text that says what the agent is for",
  },
  check(input) {
    const { flow } = input;
    return usedPrompts(flow).flatMap(({ prompt }) => {
      const { entries, id, at } = prompt;
      if (!isSound(input, at)) return [];
      if (entries.length === 0 || entries.some(({ role }) => role.startsWith("system"))) return [];
      const message = `prompt "${id}" has no system part, and so goes out without the service's security guidance`;
      return [{ ...keySpot(flow, [...at, "prompt_template"]), code: "L26", message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { user: "Help with {{ goal }}" }
`,
        reports: [["L26", 5]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: [You help., Be brief.], user: "{{ goal }}" }
`,
      },
      {
        about: "Nobody uses the other one",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
  - { prompt_id: spare, name: spare, unit_primitives: [], prompt_template: { user: Hello } }
`,
      },
    ],
  },
};
