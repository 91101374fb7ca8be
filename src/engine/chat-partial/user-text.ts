import type { ContextEnvelope } from "../run-options.ts";
import { expandCommand } from "./slash-command.ts";

/** A user's message as the model reads it: what came with the request, then the text. */
export function userText(
  text: string,
  envelopes: readonly ContextEnvelope[],
  isClassic = false,
): string {
  const expanded = expandCommand(text, isClassic);
  if (envelopes.length === 0) return expanded;
  const items = envelopes.map(envelopeText).join("\n");
  return `<additional_context>\n${items}\n</additional_context>\n\n${expanded}`;
}

function envelopeText({ category, id, content = "" }: ContextEnvelope): string {
  const name = id === undefined ? category : `${category}: ${id}`;
  return `[${name}]\n${content}`;
}
