import { GraphQLError } from "graphql";
import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import { findResource } from "../../state/index.ts";
import { findThread, startThread } from "../chat-threads.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";
import { globalId } from "../schema/index.ts";
import { mutation, refuse, type Result, textOf } from "./mutation.ts";

const notPermitted = "AI features are not enabled or resource is not permitted to be sent.";
const tooMany = "This endpoint has been requested too many times. Try again later.";

/**
 * Asks the classic chat. What public sources of 18.x do: the limit is an error of the field, in a 200 without
 * headers; so are an unknown resource and an unknown thread; a user without Duo is told so in the payload.
 */
function act(input: JsonObject, context: GraphqlContext): Result {
  const { state, viewer } = context;
  const { user } = viewer;
  const chat = input["chat"];
  if (!isJsonObject(chat)) throw new GraphQLError("Only one method argument is required");
  const content = textOf(chat, "content") ?? "";
  if (content.trim() === "") throw new GraphQLError("content can't be blank");
  if (user === undefined) throw denied();
  if (state.duoChat.isLimited(user)) throw new GraphQLError(tooMany);
  const gid = textOf(chat, "resourceId");
  const resource = gid === undefined ? undefined : findResource(gid, viewer, state);
  if (gid !== undefined && resource === undefined) throw denied();
  const thread = findThread(user, input, state.duoChat) ?? startThread(user, input, state.duoChat);
  refuse(state.duoChat.mayUse(user) ? [] : [notPermitted]);
  const said = state.duoChat.say({ user, thread, content, resource });
  return {
    requestId: said.requestId,
    threadId: globalId("Ai::Conversation::Thread", said.thread.id),
  };
}

/** The chat. */
export const chatMutation: Readonly<Record<string, Lazy>> = {
  aiAction: mutation(act, { requestId: null, threadId: null }),
};
