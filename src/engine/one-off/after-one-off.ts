import { slotHistory, slotOutput } from "../agent/agent-slot.ts";
import type { Edge, Step } from "../graph/graph-node.ts";
import type { FlowState } from "../state/flow-state.ts";
import type { OneOffSettings } from "./one-off-settings.ts";
import { exhaustedMarker, remainingMarker, successMarker } from "./one-off-texts.ts";

/** Leaves when the round has a result, else goes back for another attempt. */
export function afterOneOff(
  { agent }: OneOffSettings,
  { retry, exit, compat }: { readonly retry: Step; readonly exit: Edge; readonly compat: boolean },
): Edge {
  const isDone = (state: FlowState): boolean => {
    if (compat) return saysDone(lastUserText(slotHistory(agent.slot, state)));
    return (slotOutput(agent.slot, state, "execution_result") ?? null) !== null;
  };
  return (state) => (isDone(state) ? exit(state) : retry);
}

/** The service looks for words in the last user message, so "10 attempts remaining" ends a component too. */
function saysDone(text: string): boolean {
  if (text.includes(successMarker)) return true;
  return !text.includes(remainingMarker) || text.includes(exhaustedMarker);
}

function lastUserText(history: ReturnType<typeof slotHistory>): string {
  const last = history.findLast((message) => message.role === "user");
  return last?.role === "user" ? last.text : "";
}
