import type { PyValue } from "../../core/python/py-value.ts";
import { callsOf, type ToolCall } from "../../model/index.ts";
import { slotHistory, slotUpdate } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { refuseCall } from "../tools/refuse-call.ts";
import { delegateTool, type Delegation, readDelegation } from "./delegate-tool.ts";
import { delegationEntry } from "./delegation-entry.ts";
import { delegationTexts } from "./delegation-texts.ts";
import type { SequentialSupervisor } from "./supervisor-settings.ts";
import { delegationState, subsessionKey } from "./supervisor-state.ts";

/**
 * Hands the task of the last reply to a managed agent, in a new subsession or an earlier one. What
 * keeps it from that is answered to the supervisor, and does not count as a delegation.
 */
export function delegate(
  supervisor: SequentialSupervisor,
  state: FlowState,
  scope: RunScope,
): StateUpdate {
  const { agent } = supervisor;
  const history = slotHistory(agent.slot, state);
  const calls = callsOf(lastReply(agent, history).parts);
  const accepted = checkCalls(supervisor, calls, state);
  if (typeof accepted !== "string") return handOver(supervisor, { ...accepted, state, scope });
  const site = { component: agent.component, scope };
  return {
    ...slotUpdate(agent.slot, state, {
      history: [...history, ...calls.map((call) => refuseCall(call, accepted, site))],
    }),
    uiChatLog: calls
      .filter(({ name }) => name === delegateTool)
      .map((call) =>
        delegationEntry(scope, { agent, call, event: "delegation_error", content: accepted }),
      ),
  };
}

interface Accepted {
  readonly call: ToolCall;
  readonly task: Delegation;
}

/** The checks in the order of the service; a text says which one failed. */
function checkCalls(
  { agent, managed, maxDelegations }: SequentialSupervisor,
  calls: readonly ToolCall[],
  state: FlowState,
): Accepted | string {
  const [call] = calls;
  if (call === undefined || calls.some(({ name }) => name !== delegateTool))
    return delegationTexts.mixed;
  if (calls.length > 1) return delegationTexts.several;
  const task = readDelegation(call.args, managed);
  if (typeof task === "string") return delegationTexts.invalid(task);
  const { count, maxSubsession } = delegationState(agent.component, state);
  if (maxDelegations !== undefined && count >= maxDelegations)
    return delegationTexts.exhausted(maxDelegations);
  const { subagent, subsession } = task;
  if (subsession === undefined) return { call, task };
  if (subsession < 1 || subsession > maxSubsession)
    return delegationTexts.outOfRange(subsession, maxSubsession);
  const known = state.conversationHistory.has(subsessionKey(agent.component, subagent, subsession));
  return known ? { call, task } : delegationTexts.otherAgent(subsession, subagent);
}

function handOver(
  { agent, replies }: SequentialSupervisor,
  { call, task, state, scope }: Accepted & { readonly state: FlowState; readonly scope: RunScope },
): StateUpdate {
  const { component } = agent;
  replies.set(call.id, scope.recorder.replies - 1);
  const { count, maxSubsession } = delegationState(component, state);
  const subsession = task.subsession ?? maxSubsession + 1;
  const key = subsessionKey(component, task.subagent, subsession);
  const before = state.conversationHistory.get(key) ?? [];
  const history: History =
    task.subsession === undefined ? [] : [...before, { role: "user", text: task.prompt }];
  const own = new Map<string, PyValue>([
    ["max_subsession_id", Math.max(maxSubsession, subsession)],
    ["active_subsession", subsession],
    ["active_subagent_name", task.subagent],
    ["delegation_count", count + 1],
  ]);
  const goal = new Map<string, PyValue>([["goal", task.prompt]]);
  const isNew = task.subsession === undefined;
  return {
    conversationHistory: new Map([[key, history]]),
    context: new Map<string, PyValue>([
      [component, own],
      ...(isNew ? ([[key, goal]] as const) : []),
    ]),
    uiChatLog: [delegationEntry(scope, { agent, call, event: "delegation", content: "" })],
  };
}
