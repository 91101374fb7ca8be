import { isPyList, type PyDict } from "../../core/python/py-value.ts";
import type { ChatMessage, SystemBlock } from "../../model/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import { messageFromDict } from "../history/message-from-dict.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";
import type { PreparedPrompt, PromptPart } from "./prepared-prompt.ts";
import { renderText } from "./render-text.ts";

/** What a prompt is filled with for one call. */
export interface PromptFilling {
  readonly variables: PyDict;
  readonly history: History;
  readonly securityBlock: string;
  readonly scope: RunScope;
}

/** The messages of one call. The templates are rendered anew each time; histories never are. */
export interface RenderedMessages {
  readonly system: readonly SystemBlock[];
  readonly messages: readonly ChatMessage[];
}

/** Fills a prompt: system texts become blocks, the first of them behind the security block. */
export function renderMessages(prompt: PreparedPrompt, filling: PromptFilling): RenderedMessages {
  refuseUnsupplied(prompt);
  const system: SystemBlock[] = [];
  const messages: ChatMessage[] = [];
  for (const [index, part] of prompt.parts.entries()) {
    if (part.type !== "template") {
      messages.push(...placeholderMessages(part, filling));
      continue;
    }
    const { source, role } = part;
    const where = `prompt "${prompt.id}", ${role} template`;
    const text = renderText({ source, variables: filling.variables, where }, filling.scope);
    if (part.role === "system")
      system.push(systemBlock(text, { first: system.length === 0, cache: index === 0, filling }));
    else if (part.role === "user") messages.push({ role: "user", text });
    else messages.push({ role: "assistant", parts: [{ type: "text", text }] });
  }
  return { system, messages };
}

/** A name that stands anywhere in a prompt has to be given, even where it would not be looked at. */
function refuseUnsupplied({ unsupplied }: PreparedPrompt): void {
  if (unsupplied.length === 0) return;
  const names = unsupplied.map((name) => `"${name}"`).join(", ");
  throw new FlowFailure("missing_state_key", `the prompt uses ${names}, which no input supplies`);
}

function systemBlock(
  text: string,
  {
    first,
    cache,
    filling,
  }: { readonly first: boolean; readonly cache: boolean; readonly filling: PromptFilling },
): SystemBlock {
  const whole = first ? `${filling.securityBlock}\n\n${text}` : text;
  return cache ? { text: whole, cache } : { text: whole };
}

function placeholderMessages(
  part: Exclude<PromptPart, { readonly type: "template" }>,
  { history, variables }: PromptFilling,
): readonly ChatMessage[] {
  if (part.type === "history") return history;
  const { variable } = part;
  const value = variables.get(variable) ?? null;
  const messages = isPyList(value) ? value.map(messageFromDict) : [undefined];
  const known = messages.filter((message) => message !== undefined);
  if (known.length === messages.length) return known;
  const given = variables.has(variable) ? "its input gives something else" : "no input supplies it";
  throw new FlowFailure(
    "template_error",
    `the prompt has a placeholder for the messages "${variable}", and ${given}`,
  );
}
