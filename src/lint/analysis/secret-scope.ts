import type { Flow, FlowComponent, NodePath, Prompt } from "../../flow/index.ts";
import type { LintInput } from "../rule/lint-rule.ts";
import { type GuidanceHolding, guidanceIn } from "./guidance-holding.ts";
import { isReadable } from "./is-readable.ts";
import { signsInWords } from "./prompt-words.ts";
import { signsOfComponent } from "./secret-signs.ts";
import { usedPrompts } from "./template-sources.ts";

type PromptingComponent = Extract<FlowComponent, { promptId: string }>;

/** A prompt whose agents could write a secret. */
export interface ScopedPrompt {
  readonly users: readonly PromptingComponent[];
  /** The flow's own; undefined for one of a registry, and where there is none. */
  readonly prompt: Prompt | undefined;
  /** As in `writes files (edit_file)`; at least one. */
  readonly signs: readonly string[];
  readonly holding: GuidanceHolding;
  /** Where the guidance belongs, or where the prompt is named. */
  readonly at: NodePath;
}

type Scope = Pick<LintInput, "flow" | "knowledge" | "problems">;

const known = new WeakMap<Flow, readonly ScopedPrompt[]>();

/** The prompts of a flow in the scope of the guidance on secrets. */
export function promptsInScope(input: Scope): readonly ScopedPrompt[] {
  if (!isReadable(input)) return [];
  const prompts = known.get(input.flow) ?? [
    ...ownPrompts(input),
    ...lackingPrompts(input),
    ...registryPrompts(input),
  ];
  known.set(input.flow, prompts);
  return prompts;
}

function ownPrompts({ flow, knowledge }: Scope): readonly ScopedPrompt[] {
  const isPartial = flow.environment === "chat-partial";
  return usedPrompts(flow).flatMap(({ prompt, users }): readonly ScopedPrompt[] => {
    const agents = users.filter(isPrompting);
    const sent = prompt.entries.filter(({ role }) => !isPartial || isSystem(role));
    const words = signsInWords(sent.flatMap(({ texts }) => texts));
    const signs = [...agents.flatMap((agent) => signsOfComponent(agent, knowledge)), ...words];
    if (signs.length === 0) return [];
    const system = prompt.entries.filter(({ role }) => isSystem(role));
    const texts = system.flatMap((entry) => entry.texts);
    return [
      {
        users: agents,
        prompt,
        signs: [...new Set(signs)],
        holding: guidanceIn(texts, { knowledge, isPartial }),
        at: system.at(-1)?.at ?? [...prompt.at, "prompt_template"],
      },
    ];
  });
}

/** Agents without a prompt have nothing that could hold the guidance. */
function lackingPrompts({ flow, knowledge }: Scope): readonly ScopedPrompt[] {
  const served = new Set(usedPrompts(flow).flatMap(({ users }) => users));
  return flow.components.filter(isPrompting).flatMap((component) => {
    const isServed = served.has(component) || component.promptVersion !== undefined;
    const signs = isServed ? [] : signsOfComponent(component, knowledge);
    const at = [...component.at, "prompt_id"];
    const scoped = {
      users: [component],
      prompt: undefined,
      signs,
      holding: "missing",
      at,
    } as const;
    return signs.length === 0 ? [] : [scoped];
  });
}

function registryPrompts({ flow, knowledge }: Scope): readonly ScopedPrompt[] {
  return flow.components.filter(isPrompting).flatMap((component) => {
    const { promptId, promptVersion } = component;
    if (promptVersion === undefined) return [];
    const found = knowledge.prompt?.(promptId, promptVersion);
    const texts = found?.found === true ? (found.value.systemTexts ?? []) : [];
    const signs = [...signsOfComponent(component, knowledge), ...signsInWords(texts)];
    if (signs.length === 0) return [];
    const isPartial = flow.environment === "chat-partial";
    const holding = found?.found === true ? guidanceIn(texts, { knowledge, isPartial }) : "unseen";
    return [
      { users: [component], prompt: undefined, signs, holding, at: [...component.at, "prompt_id"] },
    ];
  });
}

function isPrompting(component: FlowComponent): component is PromptingComponent {
  return "promptId" in component;
}

/** Registries divide the system text into `system_static` and `system_dynamic`. */
function isSystem(role: string): boolean {
  return role.startsWith("system");
}
