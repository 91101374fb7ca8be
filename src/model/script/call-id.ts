import { sha256Hex } from "../../platform/index.ts";
import { blocksOf, type WireMessage } from "../anthropic/messages-body.ts";

const hashLength = 24;

/**
 * The id of a scripted call: the same for the same place in the script, and not yet used in the
 * conversation, which may have been shortened since that place was last reached.
 */
export function callId(
  place: readonly (string | number)[],
  messages: readonly WireMessage[],
): string {
  for (let repetition = 0; ; repetition += 1) {
    const hash = sha256Hex(JSON.stringify([...place, repetition])).slice(0, hashLength);
    const id = `toolu_${hash}`;
    if (!isUsed(id, messages)) return id;
  }
}

function isUsed(id: string, messages: readonly WireMessage[]): boolean {
  return messages.some((message) =>
    blocksOf(message).some((block) => block.type === "tool_use" && block.id === id),
  );
}
