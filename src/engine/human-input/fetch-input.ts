import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { openingGoal } from "../agent/opening-goal.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { mergeDicts } from "../state/merge-dicts.ts";
import { nest } from "../state/nest.ts";
import { userEntries } from "../ui/user-entries.ts";
import { canceledTurnRead, canceledTurnText } from "./canceled-turn-text.ts";
import type { HumanSettings } from "./human-settings.ts";

const rejected =
  "The user rejected this. Do not go on with it, and stop whatever tools are in progress.";

/** Takes the user's answer into the history of the agent that asked, and writes what was decided. */
export function fetchInput(
  { component, ui }: HumanSettings,
  { state, event }: { readonly state: FlowState; readonly event: ResumeEvent },
  scope: RunScope,
): StateUpdate {
  const { name, sendsResponseTo } = component;
  const history = targetHistory(sendsResponseTo, state, scope);
  const log = "message" in event ? canceledTurnText(component, state) : undefined;
  const text = messageOf(event, log);
  const writes = [
    decisionWrite({ component, ui }, event, scope),
    goalWrite({ component, ui }, { state, event }, scope),
    log === undefined ? new Map() : canceledTurnRead,
  ];
  return {
    status: flowStatus.execution,
    ...(text === undefined
      ? {}
      : {
          conversationHistory: new Map([[sendsResponseTo, [...history, { role: "user", text }]]]),
        }),
    context: writes.reduce(mergeDicts),
    uiChatLog: userEntries(event, { scope, component: name, ui }),
  };
}

/** The service fails on every answer when the agent has never run; only the compat mode copies that. */
function targetHistory(target: string, state: FlowState, { compat }: RunScope): History {
  const history = state.conversationHistory.get(target);
  if (history !== undefined) return history;
  if (!compat) return [];
  const text = `the answer is for "${target}", which has no history yet`;
  throw new FlowFailure("missing_state_key", text);
}

function messageOf(event: ResumeEvent, log: string | undefined): string | undefined {
  if (event.type === "approve") return undefined;
  if (event.type === "reject") return rejected;
  return log === undefined ? event.message : `${log}\n\n${event.message}`;
}

/**
 * A plain response decides nothing in the service, so that a router behind it fails, or goes by an
 * older decision. To whoever is asked to approve it is a request for changes.
 */
function decisionWrite(
  { component: { name, interactionType } }: HumanSettings,
  event: ResumeEvent,
  { compat, recorder }: RunScope,
): PyDict {
  if (event.type !== "response") return approvalWrite(name, event.type);
  if (compat || interactionType === "input") return new Map();
  const text = `"${name}" asks for approval and got a plain message, which counts as a request for changes`;
  recorder.note(name, "reply_as_change", text);
  return approvalWrite(name, "modify");
}

function approvalWrite(component: string, decision: string): PyDict {
  return nest([component], new Map<string, PyValue>([["approval", decision]]));
}

/** What the user says next in a chat is what the components after it are to do. */
function goalWrite(
  { component: { sendsResponseTo, interactionType } }: HumanSettings,
  { state, event }: { readonly state: FlowState; readonly event: ResumeEvent },
  scope: RunScope,
): PyDict {
  const { compat, options } = scope;
  if (compat || options.flow.environment !== "chat" || interactionType !== "input")
    return new Map();
  if (event.type !== "response") return new Map();
  openingGoal(sendsResponseTo, state, scope);
  return new Map([["goal", event.message]]);
}
