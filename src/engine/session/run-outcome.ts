import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import type { ChatMessage } from "../../model/index.ts";
import type { RunFailure, RunResult, RunStatus } from "../run-result.ts";
import type { FlowState } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { type UiEntry, uiEntryDict } from "../ui/ui-entry.ts";
import type { RunRecorder } from "./run-recorder.ts";
import type { Session } from "./session.ts";

/** How a session stands. */
export interface Standing {
  readonly failure: RunFailure | undefined;
  /** What the user sees of the failure. */
  readonly entry: UiEntry | undefined;
  readonly waitsFor: Session["waitsFor"];
  /** Undefined when the flow never started. */
  readonly state: FlowState | undefined;
}

/** Everything that a session's record and state say, as the result of a run. */
export function runOutcome(recorder: RunRecorder, standing: Standing): RunResult {
  const { failure, entry, state } = standing;
  const shown = entry === undefined ? [] : [entry];
  const { firstTokenMs, modelMs, toolMs } = recorder;
  return {
    status: runStatus(standing),
    answer: recorder.answer,
    route: [...recorder.route],
    calls: [...recorder.calls],
    replies: recorder.replies,
    turns: recorder.turns,
    usage: recorder.usage,
    activeMs: modelMs + toolMs,
    toolMs,
    waitMs: recorder.waitMs,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    ...(failure === undefined ? {} : { error: failure }),
    // A flow that never started has no log.
    uiChatLog:
      state === undefined
        ? []
        : [...state.uiChatLog, ...shown].map((each) => toJson(uiEntryDict(each))),
    state: stateJson(state),
  };
}

function runStatus({ failure, waitsFor, state }: Standing): RunStatus {
  if (failure !== undefined) return failure.kind === "refused" ? "refused" : "failed";
  if (waitsFor !== undefined) return waitsFor === "input" ? "waiting_input" : "waiting_approval";
  if (state?.status === flowStatus.completed) return "completed";
  return state?.status === flowStatus.error ? "aborted" : "ended_without_terminal";
}

function stateJson(state: FlowState | undefined): RunResult["state"] {
  if (state === undefined) {
    return { status: flowStatus.notStarted, context: {}, conversation_history: {} };
  }
  const histories = [...state.conversationHistory].map(
    ([name, history]) => [name, history.map(messageJson)] as const,
  );
  return {
    status: state.status,
    context: contextJson(state),
    conversation_history: Object.fromEntries(histories),
  };
}

function contextJson({ context }: FlowState): JsonObject {
  const json = toJson(context);
  return isJsonObject(json) ? json : {};
}

/** Messages are plain data already; the copies only tell the compiler so. */
function messageJson(message: ChatMessage): JsonObject {
  return message.role === "assistant"
    ? { ...message, parts: message.parts.map((part) => ({ ...part })) }
    : { ...message };
}
