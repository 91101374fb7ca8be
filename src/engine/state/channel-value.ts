import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { StateTarget } from "../../flow/index.ts";
import { messageDict } from "../history/message-dict.ts";
import { uiEntryDict } from "../ui/ui-entry.ts";
import type { FlowState, History } from "./flow-state.ts";

const readers: Readonly<Record<StateTarget, (state: FlowState) => PyValue>> = {
  context: ({ context }) => context,
  status: ({ status }) => status,
  conversation_history: ({ conversationHistory }) => historyDict(conversationHistory),
  ui_chat_log: ({ uiChatLog }) => uiChatLog.map(uiEntryDict),
  agent_context_limits: ({ agentContextLimits }) => agentContextLimits,
};

/** A channel of the state as a value that templates and routers can read. */
export function channelValue(state: FlowState, target: StateTarget): PyValue {
  return readers[target](state);
}

function historyDict(histories: ReadonlyMap<string, History>): PyDict {
  return new Map([...histories].map(([name, history]) => [name, history.map(messageDict)]));
}
