import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { callsOf, textOf } from "../../model/index.ts";
import { refuseLongHistory } from "../history/context-limit.ts";
import { repairHistory } from "../history/repair-history.ts";
import { askModel } from "../session/ask-model.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { refuseReply } from "../tools/refuse-call.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import type { UiEntry } from "../ui/ui-entry.ts";
import { agentRequest } from "./agent-request.ts";
import type { AgentSettings } from "./agent-settings.ts";
import { slotHistory, slotOutput, slotUpdate } from "./agent-slot.ts";
import { finalCall } from "./corrections/final-call.ts";
import { ignoredWrapUp } from "./corrections/ignored-wrap-up.ts";
import { truncatedReply } from "./corrections/truncated-reply.ts";
import { cycleMessages } from "./cycle-messages.ts";
import { agentInputs } from "./opening-goal.ts";
import { type Answered, type Correction, noteVisit, refusalSite, type Visit } from "./visit.ts";

/** In this order, as the service looks at a reply. */
const corrections: readonly Correction[] = [truncatedReply, finalCall, ignoredWrapUp];

/**
 * One visit of an agent: asks the model until a reply can be used, then writes the history and the
 * count of cycles. When the visit fails nothing of it is written.
 */
export async function visitAgent(
  agent: AgentSettings,
  state: FlowState,
  scope: RunScope,
): Promise<StateUpdate> {
  const inputs = agentInputs(agent, state, scope);
  const count = cycleCount(agent, state) + 1;
  const visit = startVisit(agent, { state, scope, count });
  const answered = await askUntilUsable(visit, inputs);
  refuseUnreadable(answered, visit);
  const history = [...visit.history, answered.message];
  const outputs = new Map<string, PyValue>([["cycle_count", count]]);
  const write = agent.cycles === undefined ? { history } : { history, outputs };
  return {
    ...slotUpdate(agent.slot, state, write),
    uiChatLog: reasoningEntries(answered, visit),
  };
}

function cycleCount(agent: AgentSettings, state: FlowState): number {
  const count = slotOutput(agent.slot, state, "cycle_count");
  return typeof count === "number" ? count : 0;
}

function startVisit(
  agent: AgentSettings,
  now: { readonly state: FlowState; readonly scope: RunScope; readonly count: number },
): Visit {
  const stored = slotHistory(agent.slot, now.state);
  refuseLongHistory(now.scope, agent.component, { history: stored, compaction: agent.compaction });
  const repaired = repairHistory(stored);
  const { wrapUp, messages } = cycleMessages(agent, now.count);
  const visit: Visit = {
    agent,
    scope: now.scope,
    wrapUp,
    history: [...repaired, ...messages],
    truncated: 0,
    wrapUps: 0,
    rejections: 0,
  };
  if (repaired !== stored) {
    noteVisit(visit, "history_repaired", "calls and results in the history did not fit together");
  }
  for (const { text } of messages) noteVisit(visit, wrapUp ? "wrap_up" : "cycle_warning", text);
  return visit;
}

async function askUntilUsable(visit: Visit, inputs: PyDict): Promise<Answered> {
  const { agent, scope } = visit;
  for (;;) {
    const request = agentRequest(agent, { inputs, history: visit.history }, scope);
    const reply = await askModel(scope, agent.component, request);
    const answered: Answered = { reply, message: { role: "assistant", parts: reply.parts } };
    if (!corrections.some((correct) => correct(answered, visit))) return answered;
  }
}

/** A call that nobody can read counts as no call; that the model wanted one stands in the record all the same. */
function refuseUnreadable({ message }: Answered, visit: Visit): void {
  const unreadable = message.parts.filter((part) => part.type === "invalid_tool_call");
  refuseReply(unreadable, refusalSite(visit));
  for (const { name } of unreadable) {
    noteVisit(
      visit,
      "tool_calls_rejected",
      `the arguments of a call of ${name} are not valid JSON`,
    );
  }
}

function reasoningEntries({ message }: Answered, { agent, scope }: Visit): readonly UiEntry[] {
  const text = textOf(message.parts);
  if (!agent.ui.events.has("on_agent_reasoning")) return [];
  if (callsOf(message.parts).length === 0 || text.trim() === "") return [];
  return [
    uiEntry(scope, {
      type: "agent",
      subType: "reasoning",
      content: text,
      component: agent.component,
    }),
  ];
}
