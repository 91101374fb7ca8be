import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { nest } from "../state/nest.ts";

/**
 * Where an agent keeps its things in the state. A standalone agent has one place; a managed agent has
 * one for each of its subsessions, so all of it depends on the state.
 */
export interface AgentSlot {
  historyKey(state: FlowState): string;
  /** Path of the agent's outputs below `context`. */
  outputPath(state: FlowState): readonly string[];
  /** Values of the agent's inputs, by variable. */
  readInputs(state: FlowState): PyDict;
}

/** The history of a slot; empty before the first visit. */
export function slotHistory(slot: AgentSlot, state: FlowState): History {
  return state.conversationHistory.get(slot.historyKey(state)) ?? [];
}

/** One of the slot's outputs, or undefined when it was never written. */
export function slotOutput(slot: AgentSlot, state: FlowState, key: string): PyValue | undefined {
  return [...slot.outputPath(state), key].reduce<PyValue | undefined>(
    (value, segment) => (isPyDict(value) ? value.get(segment) : undefined),
    state.context,
  );
}

/** Writes to a slot: its history as a whole, and some of its outputs. */
export function slotUpdate(
  slot: AgentSlot,
  state: FlowState,
  write: { readonly history?: History; readonly outputs?: ReadonlyMap<string, PyValue> },
): StateUpdate {
  return {
    ...(write.history === undefined
      ? {}
      : { conversationHistory: new Map([[slot.historyKey(state), write.history]]) }),
    ...(write.outputs === undefined
      ? {}
      : { context: nest(slot.outputPath(state), write.outputs) }),
  };
}
