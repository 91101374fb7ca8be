import { type ChatReply, type ChatRequest, ModelError, type ReplyPart } from "../../model/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import { isTooDeep } from "../tools/is-too-deep.ts";
import { outOfReplies } from "./out-of-replies.ts";
import type { RunScope } from "./run-scope.ts";

/**
 * One call of the model, recorded. A request that the provider refuses is the flow's failure; whatever
 * is the provider's, the network's or the key's fault is thrown on as it is.
 */
export async function askModel(
  scope: RunScope,
  component: string,
  request: ChatRequest,
): Promise<ChatReply> {
  const { recorder, limits } = scope;
  if (recorder.replies >= limits.maxReplies) throw outOfReplies(limits.maxReplies);
  const answer = await chat(scope, component, request);
  const reply = { ...answer, parts: answer.parts.map(bounded) };
  recorder.replied(component, request, reply);
  return reply;
}

async function chat(
  { options, recorder }: RunScope,
  component: string,
  request: ChatRequest,
): Promise<ChatReply> {
  const started = options.clock.monotonic();
  try {
    return await options.model.chat({ ...request, component }, options.signal);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const waitMs = options.clock.monotonic() - started;
    recorder.modelFailed(component, request, { error, waitMs });
    if (error.code !== "MODEL_REQUEST_REFUSED") throw error;
    throw new FlowFailure("model_error", error.message, { cause: error });
  }
}

/** Arguments that nobody could walk count as unreadable, as the provider's client has it too. */
function bounded(part: ReplyPart): ReplyPart {
  if (part.type !== "tool_call" || !isTooDeep(part.args)) return part;
  return { type: "invalid_tool_call", id: part.id, name: part.name, raw: "" };
}
