import type { AgentSettings } from "../agent/agent-settings.ts";
import { slotHistory } from "../agent/agent-slot.ts";
import type { GraphNode, Step } from "../graph/graph-node.ts";
import { flowStatus } from "../state/flow-status.ts";
import type { ApprovalSettings } from "./approval-settings.ts";
import { fetchApproval } from "./fetch-approval.ts";
import { requestApproval } from "./request-approval.ts";

/** The two nodes between an agent and its tools when the user has to agree to calls. */
export function approvalNodes(
  agent: AgentSettings,
  approval: ApprovalSettings,
  steps: { readonly request: Step; readonly tools: Step; readonly agent: Step },
): readonly GraphNode[] {
  const { component } = agent;
  const fetch = `${component}#tool_approval_fetch`;
  return [
    {
      kind: "work",
      id: steps.request.node,
      component,
      run: (state, scope) => requestApproval({ agent, approval }, state, scope),
      next: (state) =>
        state.status === flowStatus.toolApprovalRequired ? { node: fetch } : steps.tools,
    },
    {
      kind: "wait",
      id: fetch,
      component,
      waitsFor: "approval",
      asksFor: "decision",
      resume: (state, event, scope) => fetchApproval(agent, { state, event }, scope),
      // After a rejection the last message is no longer the reply with the calls.
      next: (state) =>
        slotHistory(agent.slot, state).at(-1)?.role === "assistant" ? steps.tools : steps.agent,
    },
  ];
}
