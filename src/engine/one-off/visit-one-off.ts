import type { PyValue } from "../../core/python/py-value.ts";
import { slotOutput, slotUpdate } from "../agent/agent-slot.ts";
import { visitAgent } from "../agent/visit-agent.ts";
import type { RunScope } from "../session/run-scope.ts";
import { applyUpdate } from "../state/apply-update.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { mergeDicts } from "../state/merge-dicts.ts";
import type { OneOffSettings } from "./one-off-settings.ts";

/**
 * Asks the model. A component that is entered again starts counting anew; the service goes on with
 * the old count, which the compat mode copies.
 */
export async function visitOneOff(
  { agent }: OneOffSettings,
  { state, entered }: { readonly state: FlowState; readonly entered: boolean },
  scope: RunScope,
): Promise<StateUpdate> {
  const stale = ["correction_attempts", "execution_result"].filter(
    (key) => (slotOutput(agent.slot, state, key) ?? null) !== null,
  );
  if (!entered || scope.compat || stale.length === 0) return visitAgent(agent, state, scope);
  const outputs = new Map(
    stale.map((key): [string, PyValue] => [key, key === "execution_result" ? null : 0]),
  );
  const reset = slotUpdate(agent.slot, state, { outputs });
  const update = await visitAgent(agent, applyUpdate(state, reset), scope);
  return {
    ...update,
    context: mergeDicts(reset.context ?? new Map(), update.context ?? new Map()),
  };
}
