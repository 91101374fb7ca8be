import { toJson } from "../../core/python/convert.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { type AssistantMessage, callsOf, textOf } from "../../model/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { toolMessage } from "../tools/tool-message.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { slotHistory, slotUpdate } from "./agent-slot.ts";
import { trackAnswer } from "./answer-tracking.ts";

/** Stores an agent's answer: the text of its last message, or the arguments of its final call. */
export function finalResponse(
  agent: AgentSettings,
  state: FlowState,
  scope: RunScope,
): StateUpdate {
  const history = slotHistory(agent.slot, state);
  const message = lastReply(agent, history);
  const { answer, text, added } = answerOf(agent, message);
  trackAnswer(agent, state, scope);
  scope.recorder.answer = text;
  return {
    ...slotUpdate(agent.slot, state, {
      ...(added.length === 0 ? {} : { history: [...history, ...added] }),
      outputs: new Map([["final_answer", answer]]),
    }),
    uiChatLog: agent.ui.events.has("on_agent_final_answer")
      ? [
          uiEntry(scope, {
            type: agent.ui.roleAs,
            subType: null,
            content: text,
            component: agent.component,
          }),
        ]
      : [],
  };
}

/** The reply that an agent's history ends with. @throws FlowFailure when it ends otherwise. */
export function lastReply({ component }: AgentSettings, history: History): AssistantMessage {
  const last = history.at(-1);
  if (last?.role === "assistant") return last;
  throw new FlowFailure(
    "no_final_tool_call",
    `the history of "${component}" does not end with a reply`,
  );
}

interface Answer {
  readonly answer: PyValue;
  readonly text: string;
  readonly added: History;
}

function answerOf({ component, finalTool }: AgentSettings, message: AssistantMessage): Answer {
  if (finalTool === undefined) {
    const text = textOf(message.parts);
    return { answer: text, text, added: [] };
  }
  const [call] = callsOf(message.parts);
  const parsed = call?.name === finalTool.toolName ? finalTool.parse(call.args) : undefined;
  if (call === undefined || parsed === undefined || !parsed.ok) {
    throw new FlowFailure(
      "no_final_tool_call",
      `"${component}" did not end with a call of ${finalTool.toolName}`,
    );
  }
  return {
    answer: parsed.value,
    text: JSON.stringify(toJson(parsed.value), null, 2),
    added: [toolMessage(call, "")],
  };
}
