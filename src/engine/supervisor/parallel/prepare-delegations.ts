import type { PyValue } from "../../../core/python/py-value.ts";
import { callsOf, type ToolCall } from "../../../model/index.ts";
import { slotHistory, slotUpdate } from "../../agent/agent-slot.ts";
import { lastReply } from "../../agent/final-response.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../../state/flow-state.ts";
import { refuseCall } from "../../tools/refuse-call.ts";
import { delegateTool } from "../delegate-tool.ts";
import { delegationEntry } from "../delegation-entry.ts";
import { delegationTexts } from "../delegation-texts.ts";
import type { SupervisorSettings } from "../supervisor-settings.ts";
import { delegationState } from "../supervisor-state.ts";
import type { Dispatch } from "./dispatch.ts";
import { readParallelTask } from "./parallel-delegate-tool.ts";

/** The calls of a reply: those that hand over a task, and those that are refused at once. */
export interface PreparedDelegations {
  readonly dispatches: readonly Dispatch[];
  readonly update: StateUpdate;
}

/**
 * Looks at each delegation of the last reply for itself, and answers the refused ones. Only what is
 * handed over counts as a delegation.
 */
export function prepareDelegations(
  supervisor: SupervisorSettings,
  state: FlowState,
  scope: RunScope,
): PreparedDelegations {
  const { agent } = supervisor;
  const history = slotHistory(agent.slot, state);
  const calls = callsOf(lastReply(agent, history).parts);
  const { dispatches, refused } = sortCalls(supervisor, calls, { state, scope });
  const answers = refused.map(({ call, reason }) =>
    refuseCall(call, reason, { component: agent.component, scope }),
  );
  const { count, maxSubsession } = delegationState(agent.component, state);
  const outputs = new Map<string, PyValue>([
    ["delegation_count", count + dispatches.length],
    ["max_subsession_id", maxSubsession + dispatches.length],
  ]);
  const entries = [
    ...refused.map(
      ({ call, reason }) => ({ call, event: "delegation_error", content: reason }) as const,
    ),
    ...dispatches.map(({ call }) => ({ call, event: "delegation", content: "" }) as const),
  ];
  return {
    dispatches,
    update: {
      ...slotUpdate(agent.slot, state, {
        ...(answers.length === 0 ? {} : { history: [...history, ...answers] }),
        ...(dispatches.length === 0 ? {} : { outputs }),
      }),
      uiChatLog: entries.map((entry) => delegationEntry(scope, { agent, ...entry })),
    },
  };
}

interface SortedCalls {
  readonly dispatches: readonly Dispatch[];
  readonly refused: readonly { readonly call: ToolCall; readonly reason: string }[];
}

function sortCalls(
  { agent, managed, maxDelegations = Number.POSITIVE_INFINITY }: SupervisorSettings,
  calls: readonly ToolCall[],
  { state, scope }: { readonly state: FlowState; readonly scope: RunScope },
): SortedCalls {
  if (calls.some(({ name }) => name !== delegateTool)) {
    return {
      dispatches: [],
      refused: calls.map((call) => ({ call, reason: delegationTexts.mixed })),
    };
  }
  const { count, maxSubsession } = delegationState(agent.component, state);
  const reply = scope.recorder.replies - 1;
  const dispatches: Dispatch[] = [];
  const refused: { readonly call: ToolCall; readonly reason: string }[] = [];
  for (const call of calls) {
    const isExhausted = count + dispatches.length >= maxDelegations;
    const task = isExhausted ? undefined : readParallelTask(call.args, managed);
    if (task === undefined) {
      refused.push({ call, reason: delegationTexts.exhausted(maxDelegations) });
    } else if (typeof task === "string") {
      refused.push({ call, reason: delegationTexts.invalid(task) });
    } else {
      const subsession = maxSubsession + dispatches.length + 1;
      dispatches.push({ ...task, supervisor: agent.component, call, reply, subsession });
    }
  }
  return { dispatches, refused };
}
