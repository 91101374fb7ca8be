import type { AssistantMessage, ChatMessage, ChatReply } from "../../model/index.ts";
import type { NoteKind } from "../engine-event.ts";
import { repairHistory } from "../history/repair-history.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";
import type { RefusalSite } from "../tools/refuse-call.ts";
import type { AgentSettings } from "./agent-settings.ts";

/** One execution of an agent's node: as many calls of the model as it takes to get a usable reply. */
export interface Visit {
  readonly agent: AgentSettings;
  readonly scope: RunScope;
  /** Whether the agent has to finish now. */
  readonly wrapUp: boolean;
  history: History;
  truncated: number;
  wrapUps: number;
  rejections: number;
}

/** A reply and the message that it becomes. */
export interface Answered {
  readonly reply: ChatReply;
  readonly message: AssistantMessage;
}

/**
 * Looks at a reply. Returns true when the model has to be asked again, after writing to the visit's
 * history why; false when this correction has nothing against the reply.
 */
export type Correction = (answered: Answered, visit: Visit) => boolean;

/** Puts a reply and what is said about it behind the history, repaired so that it can be sent. */
export function answerBack(
  visit: Visit,
  answered: Answered,
  ...more: readonly ChatMessage[]
): true {
  visit.history = repairHistory([...visit.history, answered.message, ...more]);
  return true;
}

/** Where calls of this visit are refused. */
export function refusalSite({ agent, scope }: Visit): RefusalSite {
  return { component: agent.component, scope };
}

export function noteVisit({ scope, agent }: Visit, kind: NoteKind, text: string): void {
  scope.recorder.note(agent.component, kind, text);
}
