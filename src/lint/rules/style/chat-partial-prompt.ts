import { globalNames, TemplateError, templateVariables } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { keySpot } from "../../analysis/spot.ts";
import { firstSpots } from "../../analysis/template-inputs.ts";
import { type FlowTemplate, templatesOf } from "../../analysis/template-sources.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const chatPartialPrompt: LintRule = {
  id: "chat-partial-prompt",
  origin: "style",
  severity: "error",
  codes: [],
  docs: {
    summary:
      "requires the system prompt and the tools of a chat's agent to be such that a chat can use them",
    rationale:
      "A chat takes over names of tools, and one text as system prompt. It renders the text twice: first with the inputs that read `context:inputs.…` in their mapping form, if any has a value, by a renderer that cannot include files and lacks `split` and `parse_json`; then with what every chat has. A name that neither of the two knows prints nothing, and a look-up in it fails. Presets of tools fail when the chat starts. The service checks none of it.",
    repair: "keep to names of tools, to one system text, and to variables that a chat has",
  },
  check(input) {
    const { flow } = input;
    const isKnown = isSound(input, ["components"]) && isSound(input, ["prompts"]);
    if (flow.environment !== "chat-partial" || !isKnown) return [];
    const [component] = flow.components;
    const presets = (component?.toolset ?? []).filter(({ at }) => typeof at.at(-1) === "string");
    return [
      ...presets.map(({ tool, at }) => {
        const message = `the tool "${tool}" has presets, with which a chat cannot start`;
        return { ...keySpot(flow, at), message, hint: `write "- ${tool}"` };
      }),
      ...flow.prompts.flatMap(({ entries }) => {
        const lists = entries.filter(({ role, isList }) => role === "system" && isList);
        return lists.map(({ at }) => {
          const message = "the system prompt is a list, which a chat cannot use";
          return { ...keySpot(flow, at), message, hint: "write one text" };
        });
      }),
      ...templatesOf(flow).flatMap(checkTemplate),
    ];
  },
  examples: {
    bad: [
      {
        yaml: `environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset:
      - get_issue: { project_id: 7 }
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.orbit_context.orbit_enabled", as: orbit, optional: true }
flow:
  inputs:
    - category: orbit_context
      input_schema: { orbit_enabled: { type: boolean } }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% include "common/git_commits/1.0.0.jinja" %}
        You help with {{ goal }}, {{ project.name }} {{ orbit | split(",") }}
`,
        reports: [
          ["chat-partial-prompt", 7],
          ["chat-partial-prompt", 21],
          ["chat-partial-prompt", 22],
          ["chat-partial-prompt", 22],
          ["chat-partial-prompt", 22],
        ],
      },
      {
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [] }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: [You help., Be brief.]
`,
        reports: [["chat-partial-prompt", 9]],
      },
      {
        about: "An input in text form does not come into the prompt",
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [], inputs: ["context:inputs.user_rule"] }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "You help. {{ user_rule }}"
`,
        reports: [["chat-partial-prompt", 9]],
      },
    ],
    good: [
      {
        yaml: `environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [get_issue]
    inputs:
      - { from: "context:inputs.orbit_context.orbit_enabled", as: orbit, optional: true }
flow:
  inputs:
    - category: orbit_context
      input_schema: { orbit_enabled: { type: boolean } }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {{ base_agentic_chat_system }} You help. {% if orbit %}Ask Orbit.{% endif %}
      user: "{{ goal }}"
`,
      },
    ],
  },
};

/** What a chat has in every session, for the second rendering. */
const ofChat: ReadonlySet<string> = new Set([
  "base_agentic_chat_system",
  "clarification_question_tool_enabled",
  "foundational_flow_tool_enabled",
  "gitlab_instance_type",
  "gitlab_instance_url",
  "gitlab_instance_version",
  "model_friendly_name",
]);

function checkTemplate(template: FlowTemplate): readonly Finding[] {
  const { what, facts, place, users } = template;
  const inputs = users.flatMap((user) => user.inputs);
  const substituted = inputs.filter((key) => {
    return key.target === "context" && key.path[0] === "inputs" && key.form === "mapping";
  });
  const supplied = new Set(substituted.map(({ variable }) => variable));
  const findings: Finding[] = [];
  if (supplied.size > 0) {
    for (const tag of facts.references) {
      const message = `${what} includes a file, which a chat cannot do in a prompt with inputs`;
      findings.push({ ...place(tag), message, hint: "write the text into the prompt" });
    }
    for (const filter of facts.filters) {
      if (filter.name !== "split" && filter.name !== "parse_json") continue;
      const message = `${what} uses the filter "${filter.name}", which a chat lacks in a prompt with inputs`;
      findings.push({ ...place(filter), message, hint: "do without it" });
    }
  }
  const spots = firstSpots(facts);
  const lookedInto = new Set(facts.attributes.map(({ variable }) => variable));
  for (const name of unknownNames(template)) {
    if (supplied.has(name) || ofChat.has(name) || globalNames.has(name)) continue;
    const effect = lookedInto.has(name) ? "fails" : "prints nothing";
    const message = `${what} uses "${name}", which a chat does not have, and ${effect}`;
    const isInput = inputs.find(({ variable }) => variable === name);
    const hint =
      isInput === undefined
        ? "a chat has additional context, by inputs, and nothing else of the session"
        : "only inputs that read context:inputs, in mapping form, come into a chat's prompt";
    findings.push({ ...place(spots.get(name)), message, hint });
  }
  return findings;
}

/** In the order of their names. */
function unknownNames({ text }: FlowTemplate): readonly string[] {
  try {
    return templateVariables(text, { files: () => "" });
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}
