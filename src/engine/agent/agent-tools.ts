import { dictFromJson } from "../../core/python/convert.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { callsOf } from "../../model/index.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import type { ExecutedCall } from "../tools/execute-call.ts";
import { executeTogether } from "../tools/execute-calls.ts";
import { agentErrorTexts } from "../tools/tool-error-texts.ts";
import { toolMessage } from "../tools/tool-message.ts";
import { toolEntries } from "../ui/tool-entries.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { slotHistory, slotUpdate } from "./agent-slot.ts";

const todoTool = "todo_write";

/**
 * Executes the calls of the agent's last message, all at once, and appends the results in the order of
 * the calls. A last message without calls leaves nothing to do.
 */
export async function runAgentTools(
  agent: AgentSettings,
  state: FlowState,
  scope: RunScope,
): Promise<StateUpdate> {
  const history = slotHistory(agent.slot, state);
  const last = history.at(-1);
  const calls = last?.role === "assistant" ? callsOf(last.parts) : [];
  if (calls.length === 0) return {};
  const { component, toolset } = agent;
  const executed = await executeTogether(calls, {
    component,
    toolset,
    texts: agentErrorTexts,
    scope,
  });
  const results = calls.map((call, index) =>
    toolMessage(call, executed[index]?.facts.content ?? ""),
  );
  return {
    ...slotUpdate(agent.slot, state, { history: [...history, ...results] }),
    ...todoUpdate(agent, executed),
    uiChatLog: toolEntries(executed, { ui: agent.ui, toolset, scope }),
  };
}

/** The last plan that an agent wrote is kept under the name of its component, also in a subsession. */
function todoUpdate({ component }: AgentSettings, executed: readonly ExecutedCall[]): StateUpdate {
  const last = executed.findLast(({ facts }) => facts.tool === todoTool);
  if (last === undefined) return {};
  const todo: PyDict = new Map<string, PyValue>([
    ["last_todo_write", dictFromJson(last.facts.args)],
  ]);
  return { context: new Map([[component, todo]]) };
}
