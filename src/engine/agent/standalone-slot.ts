import type { IOKey } from "../../flow/index.ts";
import { readInputs } from "../state/read-state.ts";
import type { AgentSlot } from "./agent-slot.ts";

/** The slot of an agent that has only one place: all under the name of its component. */
export function standaloneSlot(component: string, inputs: readonly IOKey[]): AgentSlot {
  return {
    historyKey: () => component,
    outputPath: () => [component],
    readInputs: (state) => readInputs(state, inputs),
  };
}
