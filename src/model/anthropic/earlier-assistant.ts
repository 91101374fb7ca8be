import { blocksOf, type WireMessage, type WireText } from "./messages-body.ts";

const marker = "[Earlier assistant message, given as context]\n";

/** The text of the assistant as a part of the user's message, for models that take no prefill. */
export function asEarlierAssistant(text: string): WireText {
  return { type: "text", text: marker + text };
}

/**
 * The messages as they were before {@link asEarlierAssistant}, so that a script sees the same
 * conversation whichever model it plays.
 */
export function restoreEarlierAssistant(messages: readonly WireMessage[]): readonly WireMessage[] {
  const last = messages.at(-1);
  if (last?.role !== "user") return messages;
  const blocks = blocksOf(last);
  const block = blocks.at(-1);
  if (block?.type !== "text" || !block.text.startsWith(marker)) return messages;
  const before = blocks.slice(0, -1);
  return [
    ...messages.slice(0, -1),
    ...(before.length === 0 ? [] : [{ role: "user" as const, content: before }]),
    { role: "assistant", content: [{ type: "text", text: block.text.slice(marker.length) }] },
  ];
}
