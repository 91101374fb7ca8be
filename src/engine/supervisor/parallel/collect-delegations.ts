import type { PyDict, PyValue } from "../../../core/python/py-value.ts";
import { slotHistory, slotUpdate } from "../../agent/agent-slot.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../../state/flow-state.ts";
import { toolMessage } from "../../tools/tool-message.ts";
import { delegationEntry } from "../delegation-entry.ts";
import { type DelegationOutcome, delegationResult } from "../delegation-result.ts";
import { delegationTexts } from "../delegation-texts.ts";
import { recordDelegation } from "../record-delegation.ts";
import type { SupervisorSettings } from "../supervisor-settings.ts";
import type { Dispatch } from "./dispatch.ts";

/** A task with what came of it. */
export interface DoneTask {
  readonly dispatch: Dispatch;
  readonly outcome: DelegationOutcome;
}

/** Brings the answers of all agents back, as the results of the calls that handed the tasks over, in their order. */
export function collectDelegations(
  { agent }: SupervisorSettings,
  { state, done }: { readonly state: FlowState; readonly done: readonly DoneTask[] },
  scope: RunScope,
): StateUpdate {
  const { component } = agent;
  const results = done.map(({ dispatch, outcome }) => {
    const { call, reply, subagent } = dispatch;
    const told: DelegationOutcome =
      outcome.status === "completed"
        ? outcome
        : { ...outcome, error: delegationTexts.failed(subagent, outcome.error) };
    const content = delegationResult({ subagent }, told);
    const isError = outcome.status === "error";
    recordDelegation(scope, { component, call, reply, content, isError });
    return { call, content, shown: told.status === "completed" ? told.result : told.error };
  });
  return {
    ...slotUpdate(agent.slot, state, {
      history: [
        ...slotHistory(agent.slot, state),
        ...results.map(({ call, content }) => toolMessage(call, content)),
      ],
      outputs: new Map([["subsession_runs", runRecords(done)]]),
    }),
    uiChatLog: results.map(({ call, shown }) =>
      delegationEntry(scope, { agent, call, event: "delegation_returns", content: shown }),
    ),
  };
}

/** What the service keeps of each delegation, by the id of its call. */
function runRecords(done: readonly DoneTask[]): PyDict {
  return new Map(
    done.map(({ dispatch, outcome }) => [
      dispatch.call.id,
      new Map<string, PyValue>([
        ["subsession_id", dispatch.subsession],
        ["status", outcome.status],
        ["error", outcome.status === "error" ? outcome.error : null],
        ["final_answer", outcome.status === "completed" ? outcome.result : null],
      ]),
    ]),
  );
}
