import { dictFromJson } from "../../core/python/convert.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import { callsOf, type ToolCall, type ToolMessage } from "../../model/index.ts";
import { validateToolArgs } from "../../tools/index.ts";
import type { AgentSettings } from "../agent/agent-settings.ts";
import { slotHistory, slotUpdate } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { agentErrorTexts } from "../tools/tool-error-texts.ts";
import type { Toolset } from "../tools/toolset.ts";
import type { ApprovalSettings } from "./approval-settings.ts";
import { approvalTexts } from "./approval-texts.ts";
import { callsToApprove } from "./calls-to-approve.ts";
import { callDict, requestEntry } from "./request-entry.ts";

/**
 * Looks at the calls of the last reply before anything runs. One invalid call refuses them all; if all
 * are valid, those that are not approved beforehand are shown to the user and the flow waits.
 */
export function requestApproval(
  { agent, approval }: { readonly agent: AgentSettings; readonly approval: ApprovalSettings },
  state: FlowState,
  scope: RunScope,
): StateUpdate {
  const history = slotHistory(agent.slot, state);
  const calls = callsOf(lastReply(agent, history).parts);
  const refused = refusedBatch(calls, agent, scope);
  if (refused !== undefined) {
    return {
      status: flowStatus.execution,
      ...slotUpdate(agent.slot, state, { history: [...history, ...refused] }),
    };
  }
  const asked = callsToApprove(calls, agent.toolset, approval);
  if (asked.length === 0) return { status: flowStatus.execution };
  return {
    status: flowStatus.toolApprovalRequired,
    ...slotUpdate(agent.slot, state, {
      outputs: new Map([["tool_approval_requests", asked.map(callDict)]]),
    }),
    uiChatLog: asked.map((call) => requestEntry(call, agent.component, scope)),
  };
}

function refusedBatch(
  calls: readonly ToolCall[],
  { toolset, component }: AgentSettings,
  scope: RunScope,
): readonly ToolMessage[] | undefined {
  const problems = calls.map((call) => callProblem(call, toolset));
  if (problems.every((problem) => problem === undefined)) return undefined;
  return calls.map((call, index) =>
    refuseCall(call, problems[index] ?? approvalTexts.canceled, { component, scope }),
  );
}

function callProblem(call: ToolCall, toolset: Toolset): string | undefined {
  const tool = toolset.tools.get(call.name);
  if (tool === undefined) return agentErrorTexts.notFound(call.name);
  const validated = validateToolArgs(tool.spec, call.args);
  if (validated.ok) return undefined;
  const schema = approvalTexts.schema(pyRepr(dictFromJson(tool.spec.inputSchema)));
  return `${agentErrorTexts.invalidArgs(call.name, validated.text)}\n${schema}`;
}
