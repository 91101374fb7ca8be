import type { ChatMessage } from "../../state/index.ts";
import { findThread, lastThread } from "../chat-threads.ts";
import { connectionOf } from "../connection.ts";
import type { Lazy, View } from "../context.ts";
import { globalId } from "../schema/index.ts";

/** What was said in a chat. */
export const chatFields: Readonly<Record<string, Lazy>> = {
  aiMessages(args, { state, viewer }) {
    const { user } = viewer;
    const thread =
      user === undefined
        ? undefined
        : (findThread(user, args, state.duoChat) ?? lastThread(user, args, state.duoChat));
    const { requestIds, roles } = args;
    const wanted = Array.isArray(requestIds) ? requestIds.map(String) : undefined;
    const all = thread === undefined ? [] : state.duoChat.read(thread, wanted);
    const shown = all.filter(({ role }) => !Array.isArray(roles) || roles.includes(role));
    const threadId = thread === undefined ? null : globalId("Ai::Conversation::Thread", thread.id);
    return connectionOf(shown, {
      args,
      key: ({ id }) => id,
      view: (message) => messageView(message, threadId),
    });
  },
};

function messageView(message: ChatMessage, threadId: string | null): View {
  const { id, requestId, role, content, errors, timestamp, chunkId } = message;
  return {
    id,
    requestId,
    threadId,
    role,
    content,
    errors,
    timestamp,
    chunkId,
    // What the page shows, which is made of the same text; pieces and errors have none.
    contentHtml: chunkId !== null || errors.length > 0 ? null : content,
    type: null,
    extras: { sources: null, hasFeedback: null },
  };
}
