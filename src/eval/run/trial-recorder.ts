import type { EngineEvent } from "../../engine/index.ts";
import type { JudgeCall } from "../../judge/index.ts";
import { addUsage, type ModelClient, noUsage, type Usage } from "../../model/index.ts";
import type { CallRecord, ModelCalled, RunEvent, TrialKey } from "../../record/index.ts";
import type { AnsweredEvent, TargetEvent } from "../target/target-event.ts";
import { ReplyLedger } from "./reply-ledger.ts";
import { createDeltaMaker, type DeltaMaker } from "./request-delta.ts";
import { ServedNames } from "./served-names.ts";

/** What a trial did, as far as it came; complete even when it was broken off. */
export interface TrialFacts {
  readonly calls: readonly CallRecord[];
  readonly route: readonly string[];
  readonly replies: number;
  readonly usage: Usage;
  readonly judgeUsage: Usage;
  /** The same by the name of the judge. */
  readonly judgeUsages: ReadonlyMap<string, Usage>;
  readonly ledger: ReplyLedger;
  readonly served: ServedNames;
  readonly activeMs: number;
  readonly waitMs: number;
  readonly firstTokenMs: number | null;
}

type Asker = Pick<ModelCalled, "role" | "component" | "model">;
type ModelCall = Pick<JudgeCall, "request" | "reply" | "error">;
type AgentCall = Extract<EngineEvent, { type: "model_called" }>;

/** Turns what happens in one trial into events of the journal, and keeps the sums. */
export class TrialRecorder {
  private readonly key: TrialKey;
  private readonly emit: (event: RunEvent) => void;
  private readonly agent: Pick<ModelClient, "id">;
  private readonly deltas = new Map<string, DeltaMaker>();
  private readonly calls: CallRecord[] = [];
  private readonly route: string[] = [];
  private readonly ledger = new ReplyLedger();
  private readonly served = new ServedNames();
  private replies = 0;
  private usage = noUsage;
  private readonly judgeUsages = new Map<string, Usage>();
  private activeMs = 0;
  private waitMs = 0;
  private firstTokenMs: number | null = null;

  constructor(key: TrialKey, agent: Pick<ModelClient, "id">, emit: (event: RunEvent) => void) {
    this.key = key;
    this.agent = agent;
    this.emit = emit;
  }

  readonly onTargetEvent = (event: TargetEvent): void => {
    switch (event.type) {
      case "answered":
        this.answered(event);
        return;
      case "component_entered":
        this.route.push(event.component);
        this.emit({ ...this.key, ...event });
        return;
      case "model_called":
        this.agentCalled(event);
        this.modelCalled(
          { role: "agent", component: event.component, model: this.agent.id },
          event,
        );
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
    const { model, reply } = call;
    if (reply !== undefined) {
      const before = this.judgeUsages.get(model) ?? noUsage;
      this.judgeUsages.set(model, addUsage(before, reply.usage));
      this.ledger.add(model, reply);
    }
    this.modelCalled({ role: "judge", component: "judge", model }, call);
  };

  facts(): TrialFacts {
    return {
      calls: this.calls,
      route: this.route,
      replies: this.replies,
      usage: this.usage,
      judgeUsage: [...this.judgeUsages.values()].reduce(addUsage, noUsage),
      judgeUsages: this.judgeUsages,
      ledger: this.ledger,
      served: this.served,
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
    this.ledger.add("agent", reply);
    this.activeMs += reply.activeMs;
    this.waitMs += reply.waitMs;
    this.firstTokenMs ??= reply.firstTokenMs;
  }

  /** The journal has the answer itself with the conversation, in the trial's last event. */
  private answered({ usage, activeMs = 0, firstTokenMs, waitMs }: AnsweredEvent): void {
    if (usage !== undefined) this.usage = addUsage(this.usage, usage);
    this.activeMs += activeMs;
    this.waitMs += waitMs;
    this.firstTokenMs ??= firstTokenMs ?? null;
  }

  private modelCalled(
    { role, component, model }: Asker,
    { request, reply, error }: ModelCall,
  ): void {
    if (reply !== undefined) this.served.add(role, model, reply);
    const event: ModelCalled = {
      ...this.key,
      type: "model_called",
      role,
      component,
      model,
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
    const { isError, durationMs, answeredBy } = event;
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
      ...(answeredBy !== undefined && { answeredBy }),
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
