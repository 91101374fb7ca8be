import type { ChatReply, ToolCall, ToolMessage } from "../../model/index.ts";
import { validateToolArgs } from "../../tools/index.ts";
import { isCutOff } from "../session/is-cut-off.ts";
import { refuseCall, refuseReply } from "../tools/refuse-call.ts";
import { plainErrorTexts } from "../tools/tool-error-texts.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";

/**
 * Results for the calls of a reply of which one names no tool or does not fit it, checked before anything
 * runs; none where all are good. A good call beside a bad one is not executed either.
 */
export function rejectedCalls(run: ChatRun, reply: ChatReply): readonly ToolMessage[] {
  const { scope, agent } = run;
  const site = { component: agent.component, scope };
  const problems = reply.parts.map((part) =>
    part.type === "tool_call" ? callProblem(run, part, reply) : undefined,
  );
  if (problems.every((problem) => problem === undefined)) return [];
  return reply.parts.flatMap((part, index) => {
    const problem = problems[index];
    if (part.type !== "tool_call" || problem === undefined) return refuseReply([part], site);
    const message = refuseCall(part, problem, site);
    scope.recorder.note(agent.component, "tool_calls_rejected", message.content);
    return [message];
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
  return isCutOff(stopReason)
    ? chatTexts.incompleteCall(call.name)
    : plainErrorTexts.invalidArgs(call.name, validated.text);
}
