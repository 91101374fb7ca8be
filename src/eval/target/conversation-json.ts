import type { JsonObject } from "../../core/json.ts";
import { type ChatMessage, textOf } from "../../model/index.ts";

/** Messages as interfaces of chats have them, `{ role, content }`; calls of tools and their results are left out. */
export function conversationJson(messages: readonly ChatMessage[]): readonly JsonObject[] {
  return messages.flatMap((message): readonly JsonObject[] => {
    if (message.role === "tool") return [];
    if (message.role === "user") return [{ role: "user", content: message.text }];
    const content = textOf(message.parts);
    return content === "" ? [] : [{ role: "assistant", content }];
  });
}
