import type { RunResult, ToolCallRecord } from "../../engine/index.ts";
import { addUsage, noUsage, type Usage } from "../../model/index.ts";
import type { TargetEvent } from "./target-event.ts";
import type { TargetFact } from "./target-fact.ts";
import type { ToldAnswer, ToldCall } from "./told-answer.ts";

/** Puts together what a target that does not run here tells, turn by turn. */
export class AnswerLog {
  private readonly onEvent: (event: TargetEvent) => void;
  private readonly untold: Set<TargetFact>;
  private readonly calls: ToolCallRecord[] = [];
  private answer = "";
  private turns = 0;
  private usage: Usage = noUsage;
  private activeMs = 0;
  private waitMs = 0;
  private firstTokenMs: number | undefined;

  /** @param tells what the target tells, as its suite says; an answer may tell less */
  constructor(tells: ReadonlySet<TargetFact>, onEvent: (event: TargetEvent) => void) {
    const never: readonly TargetFact[] = ["status", "route", "replies"];
    const perhaps: readonly TargetFact[] = ["calls", "usage", "times"];
    this.untold = new Set([...never, ...perhaps.filter((fact) => !tells.has(fact))]);
    this.onEvent = onEvent;
  }

  add(told: ToldAnswer): void {
    const { answer, calls, usage, activeMs, firstTokenMs, waitMs } = told;
    if (usage === undefined) this.untold.add("usage");
    if (activeMs === undefined) this.untold.add("times");
    if (calls === undefined) this.untold.add("calls");
    for (const call of calls ?? []) this.addCall(call);
    this.answer = answer;
    this.turns += 1;
    this.usage = addUsage(this.usage, usage ?? noUsage);
    this.activeMs += activeMs ?? 0;
    this.waitMs += waitMs;
    this.firstTokenMs ??= firstTokenMs;
    this.onEvent({ type: "answered", usage, activeMs, firstTokenMs, waitMs });
  }

  result(): RunResult {
    return {
      status: "completed",
      answer: this.answer,
      route: [],
      calls: [...this.calls],
      replies: 0,
      turns: this.turns,
      usage: this.usage,
      activeMs: this.activeMs,
      toolMs: 0,
      waitMs: this.waitMs,
      ...(this.firstTokenMs === undefined ? {} : { firstTokenMs: this.firstTokenMs }),
      state: { status: "", context: {}, conversation_history: {} },
    };
  }

  unknown(): ReadonlySet<TargetFact> {
    return new Set(this.untold);
  }

  private addCall({ tool, args, result = "", isError = false }: ToldCall): void {
    const record: ToolCallRecord = {
      component: "",
      callId: `call-${this.calls.length + 1}`,
      tool,
      args,
      result,
      content: typeof result === "string" ? result : JSON.stringify(result),
      isError,
      // Part of the answer's time, and not told.
      durationMs: 0,
      // Which reply asked for it is not told.
      reply: -1,
      turn: this.turns,
    };
    this.calls.push(record);
    this.onEvent({ type: "tool_called", ...record });
  }
}
