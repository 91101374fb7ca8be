import { callsOf, type ChatReply, type ToolCall, type ToolMessage } from "../../model/index.ts";
import { validateToolArgs } from "../../tools/index.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { plainErrorTexts } from "../tools/tool-error-texts.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";

/** Results for the calls of a reply that name no tool or do not fit it, checked before anything runs. */
export function rejectedCalls(run: ChatRun, reply: ChatReply): readonly ToolMessage[] {
  return callsOf(reply.parts).flatMap((call) => {
    const problem = callProblem(run, call, reply);
    if (problem === undefined) return [];
    return [refuseCall(call, problem, { component: run.agent.component, scope: run.scope })];
  });
}

function callProblem(
  { agent }: ChatRun,
  call: ToolCall,
  { stopReason }: ChatReply,
): string | undefined {
  const tool = agent.toolset.tools.get(call.name);
  if (tool === undefined) return plainErrorTexts.notFound(call.name);
  const validated = validateToolArgs(tool.spec, call.args);
  if (validated.ok) return undefined;
  return stopReason === "max_tokens"
    ? chatTexts.incompleteCall(call.name)
    : plainErrorTexts.invalidArgs(call.name, validated.text);
}
