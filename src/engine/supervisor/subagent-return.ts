import { pyStr } from "../../core/python/py-str.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { callsOf } from "../../model/index.ts";
import { slotHistory, slotUpdate } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { toolMessage } from "../tools/tool-message.ts";
import { delegationEntry } from "./delegation-entry.ts";
import { delegationResult } from "./delegation-result.ts";
import { delegationTexts } from "./delegation-texts.ts";
import { recordDelegation } from "./record-delegation.ts";
import type { SequentialSupervisor } from "./supervisor-settings.ts";
import { delegationState } from "./supervisor-state.ts";

/** Brings a managed agent's answer back as the result of the call that handed the task over. */
export function subagentReturn(
  { agent, replies }: SequentialSupervisor,
  state: FlowState,
  scope: RunScope,
): StateUpdate {
  const { component } = agent;
  const { active } = delegationState(component, state);
  const history = slotHistory(agent.slot, state);
  const [call] = callsOf(lastReply(agent, history).parts);
  if (active === undefined || call === undefined) {
    throw new FlowFailure("invalid_resume", `"${component}" has no delegation to return to`);
  }
  const answer = answerOf(state, [component, active.subagent, String(active.subsession)]);
  const content = delegationResult(
    active,
    answer === null
      ? { status: "error", error: delegationTexts.noAnswer }
      : { status: "completed", result: pyStr(answer) },
  );
  recordDelegation(scope, {
    component,
    call,
    reply: replies.get(call.id) ?? scope.recorder.replies - 1,
    content,
    isError: answer === null,
  });
  return {
    ...slotUpdate(agent.slot, state, {
      history: [...history, toolMessage(call, content)],
      outputs: new Map([
        ["active_subsession", null],
        ["active_subagent_name", null],
      ]),
    }),
    uiChatLog: [
      delegationEntry(scope, { agent, call, event: "delegation_returns", content: pyStr(answer) }),
    ],
  };
}

function answerOf(state: FlowState, path: readonly string[]): PyValue {
  const dict = path.reduce<PyValue>(
    (value, key) => (isPyDict(value) ? (value.get(key) ?? null) : null),
    state.context,
  );
  return isPyDict(dict) ? (dict.get("final_answer") ?? null) : null;
}
