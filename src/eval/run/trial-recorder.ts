import type { EngineEvent } from "../../engine/index.ts";
import type { JudgeCall, Judgment } from "../../judge/index.ts";
import {
  addUsage,
  type ModelClient,
  type ModelRole,
  noUsage,
  type Usage,
} from "../../model/index.ts";
import type { CallRecord, ModelCalled, RunEvent, TrialKey } from "../../record/index.ts";
import { createDeltaMaker, type DeltaMaker } from "./request-delta.ts";

/** What a trial did, as far as it came; complete even when it was broken off. */
export interface TrialFacts {
  readonly calls: readonly CallRecord[];
  readonly route: readonly string[];
  readonly replies: number;
  readonly usage: Usage;
  readonly judgeUsage: Usage;
  readonly activeMs: number;
  readonly waitMs: number;
  readonly firstTokenMs: number | null;
}

type ModelCall = Pick<JudgeCall, "request" | "reply" | "error">;
type AgentCall = Extract<EngineEvent, { type: "model_called" }>;

/** Turns what happens in one trial into events of the journal, and keeps the sums. */
export class TrialRecorder {
  private readonly key: TrialKey;
  private readonly emit: (event: RunEvent) => void;
  private readonly models: Readonly<Record<ModelRole, Pick<ModelClient, "id">>>;
  private readonly deltas = new Map<string, DeltaMaker>();
  private readonly calls: CallRecord[] = [];
  private readonly route: string[] = [];
  private replies = 0;
  private usage = noUsage;
  private judgeUsage = noUsage;
  private activeMs = 0;
  private waitMs = 0;
  private firstTokenMs: number | null = null;

  constructor(
    key: TrialKey,
    models: Readonly<Record<ModelRole, Pick<ModelClient, "id">>>,
    emit: (event: RunEvent) => void,
  ) {
    this.key = key;
    this.models = models;
    this.emit = emit;
  }

  readonly onEngineEvent = (event: EngineEvent): void => {
    switch (event.type) {
      case "component_entered":
        this.route.push(event.component);
        this.emit({ ...this.key, ...event });
        return;
      case "model_called":
        this.agentCalled(event);
        this.modelCalled("agent", event.component, event);
        return;
      case "tool_called":
        this.toolCalled(event);
        return;
      case "note":
        this.emit({ ...this.key, ...event });
        return;
    }
  };

  readonly onJudgeCall = (call: JudgeCall): void => {
    if (call.reply !== undefined) this.judgeUsage = addUsage(this.judgeUsage, call.reply.usage);
    this.modelCalled("judge", "judge", call);
  };

  readonly onJudgment = (judgment: Judgment): void => {
    if (judgment.type === "error") return;
    const text = judgment.fingerprint;
    this.emit({ ...this.key, type: "note", component: "judge", kind: "judge_fingerprint", text });
  };

  facts(): TrialFacts {
    return {
      calls: this.calls,
      route: this.route,
      replies: this.replies,
      usage: this.usage,
      judgeUsage: this.judgeUsage,
      activeMs: this.activeMs,
      waitMs: this.waitMs,
      firstTokenMs: this.firstTokenMs,
    };
  }

  private agentCalled({ reply, waitMs = 0 }: AgentCall): void {
    this.waitMs += waitMs;
    if (reply === undefined) return;
    this.replies += 1;
    this.usage = addUsage(this.usage, reply.usage);
    this.activeMs += reply.activeMs;
    this.waitMs += reply.waitMs;
    this.firstTokenMs ??= reply.firstTokenMs;
  }

  private modelCalled(
    role: ModelRole,
    component: string,
    { request, reply, error }: ModelCall,
  ): void {
    const event: ModelCalled = {
      ...this.key,
      type: "model_called",
      role,
      component,
      model: this.models[role].id,
      request: this.deltaMaker(`${role}/${component}`).next(request),
      ...(reply === undefined ? {} : { reply }),
      ...(error === undefined
        ? {}
        : {
            error: {
              code: error.code,
              message: error.message,
              ...(error.status === undefined ? {} : { status: error.status }),
            },
          }),
    };
    this.emit(event);
  }

  private toolCalled(event: Extract<EngineEvent, { type: "tool_called" }>): void {
    const { type, component, callId, tool, args, effectiveArgs, result, content } = event;
    const { isError, durationMs } = event;
    const effective = effectiveArgs === undefined ? {} : { effectiveArgs };
    this.activeMs += durationMs;
    this.calls.push({ component, tool, args, ...effective, isError });
    this.emit({
      ...this.key,
      type,
      component,
      callId,
      tool,
      args,
      ...effective,
      result,
      ...(content === result ? {} : { content }),
      isError,
      durationMs,
    });
  }

  private deltaMaker(conversation: string): DeltaMaker {
    const known = this.deltas.get(conversation);
    if (known !== undefined) return known;
    const maker = createDeltaMaker();
    this.deltas.set(conversation, maker);
    return maker;
  }
}
