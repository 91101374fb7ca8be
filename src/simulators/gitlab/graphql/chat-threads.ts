import { GraphQLError } from "graphql";
import type { ChatThread, DuoChat, UserRecord } from "../state/index.ts";
import type { Args } from "./context.ts";
import { numberOf } from "./schema/index.ts";

/** The thread that is named. @throws GraphQLError for one that is not there or not the user's */
export function findThread(
  user: UserRecord,
  { threadId }: Args,
  chat: DuoChat,
): ChatThread | undefined {
  if (typeof threadId !== "string") return undefined;
  const found = chat.thread(user, numberOf(threadId));
  if (found === undefined) throw new GraphQLError("Thread not found. It may have expired.");
  return found;
}

/** A new thread of the type that is named; without one the legacy thread goes on. */
export function startThread(user: UserRecord, args: Args, chat: DuoChat): ChatThread {
  const { conversationType: type } = args;
  if (isConversationType(type)) return chat.begin(user, type);
  return chat.lastThread(user, "DUO_CHAT_LEGACY") ?? chat.begin(user, "DUO_CHAT_LEGACY");
}

/** The newest thread of the type that is named, or of the legacy type. */
export function lastThread(
  user: UserRecord,
  { conversationType: type }: Args,
  chat: DuoChat,
): ChatThread | undefined {
  return chat.lastThread(user, isConversationType(type) ? type : "DUO_CHAT_LEGACY");
}

/** The schema has checked it. */
function isConversationType(value: unknown): value is ChatThread["type"] {
  return typeof value === "string";
}
