import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { IOKey } from "../../flow/index.ts";
import type { AgentSlot } from "../agent/agent-slot.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { FlowState } from "../state/flow-state.ts";
import { readInputs } from "../state/read-state.ts";
import { delegationState, subsessionKey } from "./supervisor-state.ts";

const goalVariable = "goal";

/** The slot of a managed agent: that of the subsession which runs now. Its goal is what it was told. */
export function managedSlot(
  supervisor: string,
  subagent: string,
  inputs: readonly IOKey[],
): AgentSlot {
  const others = inputs.filter((input) => input.variable !== goalVariable);
  const key = (state: FlowState): string =>
    subsessionKey(supervisor, subagent, activeSubsession(supervisor, state));
  return {
    historyKey: key,
    outputPath: (state) => [supervisor, subagent, String(activeSubsession(supervisor, state))],
    readInputs: (state): PyDict =>
      new Map<string, PyValue>([
        ...readInputs(state, others),
        [goalVariable, goalOf(key(state), state)],
      ]),
  };
}

function activeSubsession(supervisor: string, state: FlowState): number {
  const { active } = delegationState(supervisor, state);
  if (active !== undefined) return active.subsession;
  throw new FlowFailure("invalid_resume", `"${supervisor}" has no subsession that runs`);
}

function goalOf(key: string, state: FlowState): PyValue {
  const subsession = state.context.get(key);
  return isPyDict(subsession) ? (subsession.get(goalVariable) ?? null) : null;
}
