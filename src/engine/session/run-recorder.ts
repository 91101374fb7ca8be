import {
  addUsage,
  type ChatReply,
  type ChatRequest,
  type ModelError,
  noUsage,
  type Usage,
} from "../../model/index.ts";
import type { EngineEvent, NoteKind, ToolCallRecord } from "../engine-event.ts";
import { totalTokens } from "../history/total-tokens.ts";

/** What a tool node knows of a call; the recorder adds where in the conversation it happened. */
export type ToolCallFacts = Omit<ToolCallRecord, "reply" | "turn">;

/** A call of the model without a reply. */
export interface FailedCall {
  readonly error: ModelError;
  /** How long it took, all of which was waiting. */
  readonly waitMs: number;
}

/** Keeps what happened in a run and passes each thing on as it happens. */
export class RunRecorder {
  readonly calls: ToolCallRecord[] = [];
  readonly route: string[] = [];
  /** Tokens of each component's last request and reply. */
  readonly lastTokens: Map<string, number> = new Map();
  replies = 0;
  turns = 0;
  usage: Usage = noUsage;
  modelMs = 0;
  toolMs = 0;
  waitMs = 0;
  firstTokenMs: number | undefined;
  answer = "";
  private uiEntries = 0;
  private readonly onEvent: (event: EngineEvent) => void;

  constructor(onEvent: ((event: EngineEvent) => void) | undefined) {
    this.onEvent = onEvent ?? ((): void => undefined);
  }

  entered(component: string): void {
    this.route.push(component);
    this.onEvent({ type: "component_entered", component });
  }

  replied(component: string, request: ChatRequest, reply: ChatReply): void {
    this.replies += 1;
    this.usage = addUsage(this.usage, reply.usage);
    this.modelMs += reply.activeMs;
    this.waitMs += reply.waitMs;
    this.firstTokenMs ??= reply.firstTokenMs;
    this.lastTokens.set(component, totalTokens(reply.usage));
    this.onEvent({ type: "model_called", component, request, reply });
  }

  modelFailed(component: string, request: ChatRequest, failed: FailedCall): void {
    this.waitMs += failed.waitMs;
    this.onEvent({ type: "model_called", component, request, ...failed });
  }

  /** @param askedFor false for a call that no reply asked for: a deterministic step. */
  called(facts: ToolCallFacts, askedFor = true): void {
    const record: ToolCallRecord = {
      ...facts,
      reply: askedFor ? this.replies - 1 : -1,
      turn: Math.max(0, this.turns - 1),
    };
    this.calls.push(record);
    this.onEvent({ type: "tool_called", ...record });
  }

  note(component: string, kind: NoteKind, text: string): void {
    this.onEvent({ type: "note", component, kind, text });
  }

  /** Ids of entries for the user: counted, so that the same run gives the same bytes. */
  nextUiId(prefix: string): string {
    this.uiEntries += 1;
    return `${prefix}-${this.uiEntries}`;
  }
}
