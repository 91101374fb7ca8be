import type { ModelClient } from "../chat.ts";
import { callIdsOf } from "../streaming/free-call-id.ts";
import { proseListener } from "./prose-listener.ts";
import { readPromptedReply } from "./read-prompted-reply.ts";
import { tagsFor } from "./tags.ts";
import { involvesTools, toPromptedRequest } from "./to-prompted-request.ts";

/** The same client for a model that cannot call tools: they are offered in the prompt, and calls read from the text. */
export function withPromptedTools(client: ModelClient): ModelClient {
  return {
    ...client,
    promptedTools: true,
    chat: async (request, signal, listener) => {
      if (!involvesTools(request)) return client.chat(request, signal, listener);
      const tags = tagsFor(request);
      const hears = listener && proseListener(listener, tags.call.open);
      const reply = await client.chat(toPromptedRequest(request, tags), signal, hears);
      return readPromptedReply(reply, tags, callIdsOf(request));
    },
  };
}
