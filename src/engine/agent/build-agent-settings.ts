import type { AgentComponent, PromptingComponent } from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { preparePrompt } from "../prompt/prepare-prompt.ts";
import { securityBlock } from "../prompt/security-block.ts";
import { resolveToolset } from "../tools/resolve-toolset.ts";
import { uiSettings } from "../ui/ui-settings.ts";
import type { AgentSettings } from "./agent-settings.ts";
import type { AgentSlot } from "./agent-slot.ts";
import { trackingOf } from "./answer-tracking.ts";
import { resolveFinalTool } from "./resolve-final-tool.ts";

/** Resolves everything that an agent names: prompt, tools, response schema. */
export function buildAgentSettings(
  component: AgentComponent,
  slot: AgentSlot,
  build: BuildContext,
): AgentSettings {
  const settings = buildPromptingSettings(component, slot, build);
  return {
    ...settings,
    finalTool: resolveFinalTool(component, settings.toolset, build),
    tracking: trackingOf(component),
    cycles: component.maxCycles,
    maxWrapUpRetries: component.maxWrapUpRetries,
    ui: uiSettings(component.uiLogEvents, component.uiRoleAs),
  };
}

/** What every component with a model has: no final tool, no limit of cycles. */
export function buildPromptingSettings(
  component: PromptingComponent,
  slot: AgentSlot,
  build: BuildContext,
): AgentSettings {
  const { options } = build.scope;
  const toolset = resolveToolset(component, build);
  const prompt = preparePrompt(component, build);
  noteModelTags(component, build);
  return {
    component: component.name,
    slot,
    prompt,
    toolset,
    ownTools: [],
    finalTool: undefined,
    tracking: undefined,
    cycles: undefined,
    maxWrapUpRetries: 0,
    compaction: component.compaction,
    ui: uiSettings(component.uiLogEvents),
    securityBlock: securityBlock(options.workflowId, options.hash),
  };
}

/** A run asks one model, the one that was named for it; what the flow would rather have is only said. */
function noteModelTags({ name, modelTags }: PromptingComponent, { scope }: BuildContext): void {
  if (modelTags.length === 0) return;
  const tags = modelTags.map((tag) => `"${tag}"`).join(", ");
  const text = `"${name}" prefers a model with the tag ${tags}; this run asks the one that it was given`;
  scope.recorder.note(name, "no_effect", text);
}
