import type { PyValue } from "../../core/python/py-value.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { nest } from "../state/nest.ts";
import { userEntries } from "../ui/user-entries.ts";
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
  const text = messageOf(event);
  const decision = decisionOf(event);
  return {
    status: flowStatus.execution,
    ...(text === undefined
      ? {}
      : {
          conversationHistory: new Map([[sendsResponseTo, [...history, { role: "user", text }]]]),
        }),
    ...(decision === undefined
      ? {}
      : { context: nest([name], new Map<string, PyValue>([["approval", decision]])) }),
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

function messageOf(event: ResumeEvent): string | undefined {
  if (event.type === "approve") return undefined;
  return event.type === "reject" ? rejected : event.message;
}

/** A plain response decides nothing. */
function decisionOf(event: ResumeEvent): string | undefined {
  return event.type === "response" ? undefined : event.type;
}
