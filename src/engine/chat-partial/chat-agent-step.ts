import { type AssistantMessage, callsOf, type ChatReply } from "../../model/index.ts";
import { chatApproval } from "../approval/approval-settings.ts";
import { callsToApprove } from "../approval/calls-to-approve.ts";
import { refuseLongHistory } from "../history/context-limit.ts";
import { repairHistory } from "../history/repair-history.ts";
import { askModel } from "../session/ask-model.ts";
import { isCutOff } from "../session/is-cut-off.ts";
import type { History } from "../state/flow-state.ts";
import { chatRequest } from "./chat-request.ts";
import type { ChatRun, ChatStep } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";
import { rejectedCalls } from "./rejected-calls.ts";

const maxCorrections = 3;

/**
 * Asks the model until its calls can be executed. Calls that cannot are answered with what is wrong, a
 * few times; then an apology takes the place of the reply and the turn ends.
 */
export async function chatAgentStep(run: ChatRun, before: History): Promise<ChatStep> {
  refuseLongHistory(run.scope, run.agent.component, { history: before });
  let history = repaired(run, before);
  for (let corrections = 0; ; corrections += 1) {
    const reply = await askModel(run.scope, run.agent.component, chatRequest(run, history));
    const message: AssistantMessage = { role: "assistant", parts: reply.parts };
    if (isCutOff(reply.stopReason)) run.cutOff.add(message);
    const rejected = rejectedCalls(run, reply);
    if (rejected.length === 0) return { history: [...history, message], ...nextOf(run, reply) };
    if (corrections >= maxCorrections) return apology(history);
    history = repairHistory([...history, message, ...rejected]);
  }
}

function nextOf({ agent, scope }: ChatRun, { parts }: ChatReply): Omit<ChatStep, "history"> {
  if (parts.every((part) => part.type === "text")) return { next: "user", asked: [] };
  const approval = chatApproval(scope);
  const asked =
    approval === undefined ? [] : callsToApprove(callsOf(parts), agent.toolset, approval);
  return { next: asked.length > 0 ? "approval" : "tools", asked };
}

function apology(history: History): ChatStep {
  const text = chatTexts.apology;
  return {
    history: [...history, { role: "assistant", parts: [{ type: "text", text }] }],
    next: "user",
    asked: [],
  };
}

function repaired({ scope, agent }: ChatRun, before: History): History {
  const history = repairHistory(before);
  if (history !== before) {
    scope.recorder.note(
      agent.component,
      "history_repaired",
      "calls and results in the history did not fit together",
    );
  }
  return history;
}
