import { isJsonObject } from "../../src/core/json.ts";
import {
  type HumanDecision,
  type RunOptions,
  type RunResult,
  startSession,
} from "../../src/engine/index.ts";
import { findComponent, type Flow } from "../../src/flow/index.ts";

/** A run with what a person answers when it waits. */
export interface SessionPlay {
  readonly options: Omit<RunOptions, "human">;
  readonly human: readonly HumanDecision[];
  /** Told of each answer before it is given, and of what it answers where the flow shows that. */
  readonly onAnswer?: (decision: HumanDecision, question: string | undefined) => void;
}

/** What came of a run, and the answers that nobody asked for. */
export interface PlayedSession {
  readonly result: RunResult;
  readonly unused: readonly HumanDecision[];
}

/**
 * Runs a flow and gives the prepared answers one by one, so that a transcript can show them where they
 * are given. As in the engine, a question for a reply is not answered by a decision.
 */
export async function playSession({
  options,
  human,
  onAnswer,
}: SessionPlay): Promise<PlayedSession> {
  const session = await startSession(options);
  let given = 0;
  for (const decision of human) {
    const { waitsFor } = session;
    if (waitsFor === undefined) break;
    const before = session.result();
    const asksForReply = waitsFor === "input" && isReplyWanted(options.flow, before);
    if (asksForReply && decision.type !== "reply") break;
    given += 1;
    onAnswer?.(decision, questionOf(before));
    await session.decide(decision);
  }
  return { result: session.result(), unused: human.slice(given) };
}

/** What a waiting flow shows its user; a flow may wait without a word. */
export function questionOf({ status, uiChatLog }: RunResult): string | undefined {
  const entry = uiChatLog?.at(-1);
  if (!status.startsWith("waiting") || !isJsonObject(entry)) return undefined;
  const { message_type: type, content, tool_info: call } = entry;
  // The approval of a call may be the last that was shown, long after it was given.
  if (isJsonObject(call) && status !== "waiting_approval") return undefined;
  return type === "request" && typeof content === "string" ? content : undefined;
}

/** A chat asks for the next message; so does a human-input component, unless it asks for an approval. */
function isReplyWanted(flow: Flow, { route }: RunResult): boolean {
  if (flow.environment === "chat-partial") return true;
  const component = findComponent(flow, route.at(-1) ?? "");
  return component?.type !== "HumanInputComponent" || component.interactionType === "input";
}
