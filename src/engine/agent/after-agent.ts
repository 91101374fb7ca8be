import { callsOf } from "../../model/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { Edge, Step } from "../graph/graph-node.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { slotHistory } from "./agent-slot.ts";
import { lastReply } from "./final-response.ts";

/** Where an agent goes after a reply. */
export interface AgentRoutes {
  readonly answer: Step;
  readonly tools: Step;
}

/** Decides by the last reply: an answer, or calls to execute. In schema mode a bare text is neither. */
export function afterAgent(agent: AgentSettings, routes: AgentRoutes): Edge {
  return (state) => {
    const calls = callsOf(lastReply(agent, slotHistory(agent.slot, state)).parts);
    const { finalTool } = agent;
    if (finalTool === undefined) return calls.length === 0 ? routes.answer : routes.tools;
    if (calls.length === 0) {
      const text = `"${agent.component}" answered with text, but its answer has to be a call of ${finalTool.toolName}`;
      throw new FlowFailure("no_final_tool_call", text);
    }
    return calls.some((call) => call.name === finalTool.toolName) ? routes.answer : routes.tools;
  };
}
