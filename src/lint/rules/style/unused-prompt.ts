import {
  findPrompt,
  type Flow,
  type FlowComponent,
  type PromptingComponent,
} from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { usedPrompts } from "../../analysis/template-sources.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const unusedPrompt: LintRule = {
  id: "unused-prompt",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports prompts of the flow that no component uses",
    rationale:
      "A prompt that is edited and never sent wastes somebody's afternoon. Nobody uses one whose id no component names; and one whose component has a `prompt_version` is hidden by the prompt of that name in the registry. The service does not read its templates then, so that mistakes in them do not show either.",
    repair: "name it by `prompt_id` of a component without `prompt_version`, or remove it",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !isSound(input, ["components"])) return [];
    // One that no component names may be the one that a component misses.
    if (flow.components.some((component) => missesPrompt(flow, component))) return [];
    const used = new Set(usedPrompts(flow).map(({ prompt }) => prompt));
    const last = new Map(flow.prompts.map((prompt) => [prompt.id, prompt]));
    return flow.prompts.flatMap((prompt) => {
      const { id, at } = prompt;
      // One that another of the same id replaces is a mistake of its own.
      if (id === "" || used.has(prompt) || last.get(id) !== prompt) return [];
      const hiding = flow.components.find((component) => {
        return "promptId" in component && hides(component, id);
      });
      const spot = spotOf(flow, [...at, "prompt_id"]);
      if (hiding === undefined)
        return [{ ...spot, message: `no component uses the prompt "${id}"` }];
      // What the registry does not have is a mistake of its own.
      if (!isRegistered(input, hiding)) return [];
      const message = `component "${hiding.name}" takes the prompt "${id}" from the registry, not this one`;
      return [
        { ...spot, message, hint: 'remove "prompt_version" of the component, or this prompt' },
      ];
    });
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
  - prompt_id: spare
    name: spare
    unit_primitives: []
    prompt_template: { system: You help too. }
`,
        reports: [["unused-prompt", 6]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: gitlab_duo_mention_agent_prompt
    prompt_version: ^1.0.0
    toolset: []
    inputs: ["context:goal"]
prompts:
  - prompt_id: gitlab_duo_mention_agent_prompt
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
`,
        reports: [["unused-prompt", 9]],
      },
    ],
    good: [
      {
        about: "That the registry has no such prompt is a mistake of its own",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    prompt_version: ^1.0.0
    toolset: []
    inputs: ["context:goal"]
`,
      },
      {
        about: "Several components may share one",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: checker, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers:
  - { from: helper, to: checker }
  - { from: checker, to: end }
`,
      },
    ],
  },
};

function missesPrompt(flow: Flow, component: FlowComponent): boolean {
  if (!("promptId" in component) || component.promptVersion !== undefined) return false;
  return findPrompt(flow, component.promptId) === undefined;
}

function isRegistered({ knowledge }: LintInput, component: FlowComponent): boolean {
  if (!("promptId" in component)) return false;
  const { promptId, promptVersion = "" } = component;
  return knowledge.prompt?.(promptId, promptVersion).found !== false;
}

function hides({ promptId, promptVersion }: PromptingComponent, id: string): boolean {
  return promptId === id && promptVersion !== undefined;
}
