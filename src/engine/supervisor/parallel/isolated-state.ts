import type { PyValue } from "../../../core/python/py-value.ts";
import type { FlowState } from "../../state/flow-state.ts";
import { flowStatus } from "../../state/flow-status.ts";
import type { Dispatch } from "./dispatch.ts";

/**
 * The state in which an agent begins its task: what the flow knows, but for what the supervisor keeps of
 * its delegations. What the agent writes stays there.
 */
export function isolatedState(
  { context }: FlowState,
  { supervisor, subagent, prompt }: Dispatch,
): FlowState {
  const shared = [...context].filter(([key]) => key !== supervisor);
  return {
    status: flowStatus.execution,
    conversationHistory: new Map([[subagent, []]]),
    uiChatLog: [],
    context: new Map<string, PyValue>([...shared, ["goal", prompt]]),
    agentContextLimits: new Map(),
  };
}
