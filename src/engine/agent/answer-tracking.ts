import type { AgentComponent, StateKey, StateTarget } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState } from "../state/flow-state.ts";
import { readKey } from "../state/read-state.ts";

const targets: readonly StateTarget[] = [
  "context",
  "conversation_history",
  "status",
  "ui_chat_log",
  "agent_context_limits",
];

/** An agent whose answers the service reports to its operators, with some values of the state. */
export interface AnswerTracking {
  /** Where each value stands in the state: `target:path`. */
  readonly context: ReadonlyMap<string, string>;
  readonly place: Pick<StateKey, "at" | "range">;
}

/** The service accepts the setting for supervisors too, and does nothing with it. */
export function trackingOf(component: AgentComponent): AnswerTracking | undefined {
  const { responseSchemaTracking, responseSchemaTrackingContext, subagents } = component;
  if (!responseSchemaTracking || subagents.length > 0) return undefined;
  return { context: responseSchemaTrackingContext, place: component };
}

/**
 * Says in the record that an answer would be reported. Nothing is sent, but the values are read, because
 * one that cannot be read ends the run in the service as well.
 */
export function trackAnswer(
  {
    component,
    tracking,
  }: { readonly component: string; readonly tracking: AnswerTracking | undefined },
  state: FlowState,
  { recorder }: RunScope,
): void {
  if (tracking === undefined) return;
  const { context } = tracking;
  for (const [name, from] of context) readKey(state, trackedKey(name, from, tracking));
  const values = context.size === 0 ? "" : ` with ${[...context.keys()].join(", ")}`;
  const text = `the service would report the answer of "${component}"${values}; nothing is sent`;
  recorder.note(component, "no_effect", text);
}

/** The service reads these texts only now, so what is wrong with one ends the run and not its start. */
function trackedKey(variable: string, from: string, { place }: AnswerTracking): StateKey {
  const [name = "", ...rest] = from.split(":");
  const target = targets.find((known) => known === name);
  if (target === undefined) {
    const text = `"${variable}" of response_schema_tracking_context reads "${from}", which is no part of a state`;
    throw new FlowFailure("missing_state_key", text);
  }
  const below = rest.join(":");
  const path = below === "" ? [] : below.split(".");
  const { at, range } = place;
  return { target, path, variable, from, optional: true, form: "text", at, range };
}
