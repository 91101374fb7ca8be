import type { FlowState, StateUpdate } from "./flow-state.ts";
import { mergeDicts } from "./merge-dicts.ts";

/** The state after a node's writes: last status wins, histories replace, the log grows, context merges. */
export function applyUpdate(state: FlowState, update: StateUpdate): FlowState {
  return {
    status: update.status ?? state.status,
    conversationHistory:
      update.conversationHistory === undefined
        ? state.conversationHistory
        : new Map([...state.conversationHistory, ...update.conversationHistory]),
    uiChatLog:
      update.uiChatLog === undefined || update.uiChatLog.length === 0
        ? state.uiChatLog
        : [...state.uiChatLog, ...update.uiChatLog],
    context:
      update.context === undefined ? state.context : mergeDicts(state.context, update.context),
    agentContextLimits: state.agentContextLimits,
  };
}
