import { callsOf, type ChatMessage } from "../../model/index.ts";
import type { AgentSettings } from "../agent/agent-settings.ts";
import { slotHistory, slotUpdate } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { userEntries } from "../ui/user-entries.ts";
import { approvalTexts } from "./approval-texts.ts";

/** Takes the user's decision on the calls that wait: for all of them, also those approved beforehand. */
export function fetchApproval(
  agent: AgentSettings,
  { state, event }: { readonly state: FlowState; readonly event: ResumeEvent },
  scope: RunScope,
): StateUpdate {
  const { component, ui } = agent;
  if (event.type === "response") {
    const text = `"${component}" waits for a decision on its tool calls, and got a plain message`;
    throw new FlowFailure("invalid_resume", text);
  }
  const outputs = new Map([["tool_approval_decision", event.type]]);
  if (event.type === "approve") {
    return { status: flowStatus.execution, ...slotUpdate(agent.slot, state, { outputs }) };
  }
  const history = slotHistory(agent.slot, state);
  const calls = callsOf(lastReply(agent, history).parts);
  const added: ChatMessage[] = calls.map((call) =>
    refuseCall(call, approvalTexts.rejected, { component, scope }),
  );
  if (event.type === "modify") added.push({ role: "user", text: event.message });
  return {
    status: flowStatus.execution,
    ...slotUpdate(agent.slot, state, { history: [...history, ...added], outputs }),
    uiChatLog: userEntries(event, { scope, component, ui }),
  };
}
