import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import type { FlowState } from "../state/flow-state.ts";

/** What a supervisor keeps of its delegations under its own name. */
export interface DelegationState {
  readonly count: number;
  readonly maxSubsession: number;
  /** The one that runs now. */
  readonly active: { readonly subagent: string; readonly subsession: number } | undefined;
}

export function delegationState(supervisor: string, state: FlowState): DelegationState {
  const own = state.context.get(supervisor);
  const read = (key: string): PyValue => (isPyDict(own) ? (own.get(key) ?? null) : null);
  const subsession = read("active_subsession");
  const subagent = read("active_subagent_name");
  return {
    count: numberOr0(read("delegation_count")),
    maxSubsession: numberOr0(read("max_subsession_id")),
    active:
      typeof subsession === "number" && typeof subagent === "string"
        ? { subagent, subsession }
        : undefined,
  };
}

/** Name of a subsession's history, and of the place of its goal in the context. */
export function subsessionKey(supervisor: string, subagent: string, subsession: number): string {
  return `${supervisor}__${subagent}__${subsession}`;
}

function numberOr0(value: PyValue): number {
  return typeof value === "number" ? value : 0;
}
