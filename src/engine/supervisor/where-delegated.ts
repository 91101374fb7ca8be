import { callsOf } from "../../model/index.ts";
import type { AgentSettings } from "../agent/agent-settings.ts";
import { slotHistory } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import type { Edge, Step } from "../graph/graph-node.ts";
import { delegateTool } from "./delegate-tool.ts";

/** The way out of a supervisor's reply that hands anything over, whatever else it calls. */
export function whereDelegated(agent: AgentSettings, step: Step): Edge {
  return (state) => {
    const { parts } = lastReply(agent, slotHistory(agent.slot, state));
    return callsOf(parts).some(({ name }) => name === delegateTool) ? step : undefined;
  };
}
