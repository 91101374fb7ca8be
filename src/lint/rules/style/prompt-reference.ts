import { didYouMean, suggest } from "../../../core/text/suggest.ts";
import { findPrompt, type Flow, type FlowKnowledge } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const promptReference: LintRule = {
  id: "prompt-reference",
  origin: "style",
  severity: "error",
  codes: ["L03", "L04"],
  docs: {
    summary: "requires prompts that exist",
    rationale:
      "A component with a `prompt_version` takes its prompt from the registry, one without takes the flow's own. The service does not mind a prompt that cannot be found, and does not compare its variables then: the flow is accepted, and every run fails when it comes to the component. A `prompt_version` also hides a prompt of the same id in the flow.",
    conditions: {
      L03: "the flow has no prompt of that id",
      L04: "the registry has no such prompt, or no version of it that satisfies the constraint",
    },
    repair: "name a prompt of the flow, or a prompt of the registry with its version",
  },
  check(input) {
    const { flow, knowledge } = input;
    if (flow.environment === "chat-partial") return [];
    const ownAreKnown = isSound(input, ["prompts"]);
    return flow.components.flatMap((component) => {
      if (!("promptId" in component)) return [];
      const fields = ["prompt_id", "prompt_version"].map((key) => [...component.at, key]);
      if (!fields.every((field) => isSound(input, field))) return [];
      const { promptId: id, promptVersion: version } = component;
      if (id === "") return [];
      const owner = { ...component, id };
      if (version !== undefined) return checkRegistry({ flow, knowledge }, { ...owner, version });
      return ownAreKnown ? checkOwn({ flow, knowledge }, owner) : [];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: hlep
    toolset: []
    inputs: ["context:goal"]
`,
        reports: [["L03", 4]],
      },
      {
        about: "Without a version, the registry is not asked",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: commit_changes
    toolset: []
    inputs: ["context:goal"]
`,
        reports: [["L03", 4]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: commit_change
    prompt_version: ^1.0.0
    toolset: []
  - name: writer
    type: AgentComponent
    prompt_id: commit_changes
    prompt_version: ^7.0.0
    toolset: []
  - name: other
    type: AgentComponent
    prompt_id: help
    prompt_version: ^1.0.0
    toolset: []
routers:
  - { from: helper, to: writer }
  - { from: writer, to: other }
  - { from: other, to: end }
`,
        reports: [
          ["L04", 4],
          ["L04", 10],
          ["L04", 14],
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
  - name: writer
    type: OneOffComponent
    prompt_id: categorize_question
    prompt_version: ^1.0.0
    toolset: [get_current_user]
    inputs:
      - { from: "context:helper.final_answer", as: previous_answer }
      - { from: "context:goal", as: question }
routers:
  - { from: helper, to: writer }
  - { from: writer, to: end }
`,
      },
      {
        about: "A chat takes the one prompt that there is, or its own",
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, prompt_id: hlep, toolset: [] }
`,
      },
    ],
  },
};

interface Surroundings {
  readonly flow: Flow;
  readonly knowledge: FlowKnowledge;
}

interface Owner {
  readonly name: string;
  readonly id: string;
  readonly at: Finding["at"];
}

function checkOwn({ flow, knowledge }: Surroundings, { name, id, at }: Owner): readonly Finding[] {
  if (findPrompt(flow, id) !== undefined) return [];
  const own = flow.prompts.map((prompt) => prompt.id);
  const near = suggest(id, own);
  const lookup = knowledge.prompt?.(id, "*");
  const isRegistered = lookup !== undefined && (lookup.found || lookup.reason !== "unknown");
  const hint =
    near === undefined && isRegistered
      ? 'add "prompt_version" to take it from the registry'
      : own.length > 0
        ? didYouMean(id, own)
        : 'define it under "prompts", or add "prompt_version" to take it from the registry';
  const message = `component "${name}" uses the prompt "${id}", which the flow does not define`;
  return [{ ...spotOf(flow, [...at, "prompt_id"]), code: "L03", message, hint }];
}

function checkRegistry(
  { flow, knowledge }: Surroundings,
  { name, id, version, at }: Owner & { readonly version: string },
): readonly Finding[] {
  const lookup = knowledge.prompt?.(id, version);
  if (lookup === undefined || lookup.found) return [];
  if (lookup.reason === "unknown") {
    const isOwn = findPrompt(flow, id) !== undefined;
    const message = `component "${name}" uses the prompt "${id}", which the registry does not have`;
    const near = suggest(id, lookup.known);
    const hint = isOwn
      ? 'remove "prompt_version" to use the one of the flow'
      : near === undefined
        ? "name a prompt of the registry, or the folder of yours at registries.prompts in flowproof.yml"
        : `did you mean "${near}"?`;
    return [{ ...spotOf(flow, [...at, "prompt_id"]), code: "L04", message, hint }];
  }
  const spot = spotOf(flow, [...at, "prompt_version"]);
  if (lookup.reason === "broken") {
    const message = `component "${name}" uses the prompt "${id}", whose file in the registry cannot be used`;
    return [{ ...spot, code: "L04", message, hint: "mend the file, or name another version" }];
  }
  const message = `no version of the prompt "${id}" satisfies "${version}"`;
  return [{ ...spot, code: "L04", message, hint: `there is ${lookup.known.join(", ")}` }];
}
