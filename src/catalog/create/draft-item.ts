import { AppError } from "../../core/errors/app-error.ts";
import { type Flow, findPrompt, type FlowComponent } from "../../flow/index.ts";

/** What a new item of a catalog is made of. */
export type ItemDraft = AgentDraft | FlowDraft;

interface Named {
  readonly reference: string;
  readonly name: string;
  readonly description: string;
}

export interface AgentDraft extends Named {
  readonly kind: "agent";
  readonly systemPrompt: string;
  /** By name; those that the instance does not build in come from MCP servers. */
  readonly tools: readonly string[];
}

export interface FlowDraft extends Named {
  readonly kind: "flow";
  /** The text of the config. */
  readonly definition: string;
}

export interface DraftSource {
  readonly reference: string;
  readonly text: string;
  readonly flow: Flow;
  /** What the definitions say, where there are any. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * The item that a local config would be in a catalog. A flow of one agent for the chat is an agent; the
 * catalog keeps its prompt and its tools and makes the config by itself.
 *
 * @throws AppError CATALOG_NOT_CREATABLE for an agent whose prompt is not written in the config
 */
export function draftItem({ reference, text, flow, ...known }: DraftSource): ItemDraft {
  const name = known.name ?? flow.name ?? titleOf(reference);
  const description = known.description ?? flow.description ?? name;
  const named = { reference, name, description };
  const agent = chatAgent(flow);
  if (agent === undefined) return { ...named, kind: "flow", definition: text };
  const systemPrompt = systemPromptOf(agent, flow);
  if (systemPrompt !== undefined) {
    return { ...named, kind: "agent", systemPrompt, tools: toolsOf(agent) };
  }
  const message = `the prompt of "${reference}" is not written in its config`;
  throw new AppError("CATALOG_NOT_CREATABLE", message, {
    hint: "the catalog keeps an agent's prompt itself: write it under `prompts:` with one `system` text",
  });
}

type Agent = Extract<FlowComponent, { type: "AgentComponent" }>;

function chatAgent({ environment, components }: Flow): Agent | undefined {
  const [only, ...others] = components;
  if (environment !== "chat-partial" || others.length > 0) return undefined;
  return only?.type === "AgentComponent" ? only : undefined;
}

/** The catalog keeps one text. */
function systemPromptOf({ promptId, promptVersion }: Agent, flow: Flow): string | undefined {
  if (promptVersion !== undefined) return undefined;
  const entries = findPrompt(flow, promptId)?.entries.filter(({ role }) => role === "system");
  const texts = entries?.flatMap((entry) => entry.texts) ?? [];
  const [only] = texts;
  return texts.length === 1 && only?.trim() !== "" ? only : undefined;
}

function toolsOf({ toolset }: Agent): readonly string[] {
  return toolset.map(({ tool }) => tool);
}

/** `ci_expert` → `Ci expert`. */
function titleOf(reference: string): string {
  const words = reference.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
