import { AppError } from "../../core/errors/app-error.ts";
import { PyRecursionError } from "../../core/python/py-recursion-error.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ContextInputs, HumanDecision } from "../run-options.ts";
import type { RunFailure, RunResult } from "../run-result.ts";
import { failureEntry } from "../ui/failure-entry.ts";
import type { UiEntry } from "../ui/ui-entry.ts";
import type { Machine } from "./machine.ts";
import { outOfTurns } from "./out-of-turns.ts";
import { isEmptyEvent, resumeEvent, type ResumeEvent } from "./resume-event.ts";
import { runOutcome } from "./run-outcome.ts";
import type { RunScope } from "./run-scope.ts";
import type { Session } from "./session.ts";

/** A session over a machine: failures become data, and prepared answers are given when they fit. */
export class MachineSession implements Session {
  private readonly machine: Machine;
  private readonly scope: RunScope;
  private readonly answers: HumanDecision[];
  private failure: RunFailure | undefined;
  private failureEntry: UiEntry | undefined;
  private notedAnswer: HumanDecision | undefined;

  constructor(machine: Machine, scope: RunScope) {
    this.machine = machine;
    this.scope = scope;
    this.answers = [...(scope.options.human ?? [])];
  }

  get waitsFor(): Session["waitsFor"] {
    return this.failure === undefined ? this.machine.pause?.waitsFor : undefined;
  }

  async start(): Promise<void> {
    this.scope.recorder.turns = 1;
    await this.guard(() => this.machine.begin());
    await this.giveAnswers();
  }

  async send(text: string, inputs?: ContextInputs): Promise<void> {
    await this.resume({ type: "response", message: text }, inputs);
    await this.giveAnswers();
  }

  async decide(decision: HumanDecision): Promise<void> {
    await this.resume(resumeEvent(decision), undefined);
    await this.giveAnswers();
  }

  result(): RunResult {
    const { machine, failure, failureEntry: entry, waitsFor } = this;
    return runOutcome(this.scope.recorder, { failure, entry, waitsFor, state: machine.state });
  }

  private async resume(event: ResumeEvent, inputs: ContextInputs | undefined): Promise<void> {
    if (this.waitsFor === undefined) {
      const { status } = this.result();
      throw new AppError(
        "ENGINE_NOT_WAITING",
        `the flow does not wait for anybody: it is ${status}`,
        {
          hint: "a conversation goes on only where the flow asks for something",
        },
      );
    }
    if (isEmptyEvent(event)) {
      throw new AppError("ENGINE_EMPTY_MESSAGE", "an empty message cannot be sent to a flow", {
        hint: "write a text; the flow still waits for it",
      });
    }
    await this.guard(async () => {
      if (event.type === "response") this.takeTurn();
      await this.machine.resume(event, inputs);
    });
  }

  private takeTurn(): void {
    const { recorder, limits } = this.scope;
    if (recorder.turns >= limits.maxTurns) throw outOfTurns(limits.maxTurns);
    recorder.turns += 1;
  }

  /** Answers pauses from the prepared answers, until one of them does not fit or none is left. */
  private async giveAnswers(): Promise<void> {
    for (;;) {
      const [answer] = this.answers;
      if (answer === undefined || this.waitsFor === undefined) return;
      if (this.machine.pause?.asksFor === "reply" && answer.type !== "reply") {
        this.noteMisfit(answer);
        return;
      }
      this.answers.shift();
      const event = resumeEvent(answer);
      if (isEmptyEvent(event)) {
        this.scope.recorder.note(
          this.machine.component,
          "answer_refused",
          "an empty answer is refused; the flow still waits",
        );
      } else {
        await this.resume(event, undefined);
      }
    }
  }

  /** An answer that fits no pause so far is kept for a later one; the record says so, once. */
  private noteMisfit(answer: HumanDecision): void {
    if (this.notedAnswer === answer) return;
    this.notedAnswer = answer;
    const text = `the flow asks for a reply, and the next prepared answer is "${answer.type}"; it is not given`;
    this.scope.recorder.note(this.machine.component, "answer_refused", text);
  }

  private async guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const failure = asFailure(error);
      const component = failure.component ?? this.machine.component;
      this.failure = { kind: failure.kind, component, message: failure.message };
      this.failureEntry = failureEntry(this.scope, this.failure);
      this.scope.options.signal?.throwIfAborted();
      if (failure.kind === "interrupted") throw error;
    }
  }
}

/** What is not the flow's fault is thrown on, but a session that it stopped cannot go on either. */
function asFailure(error: unknown): FlowFailure {
  if (error instanceof FlowFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof PyRecursionError
    ? new FlowFailure("bad_tool_value", `a value is nested too deeply: ${message}`)
    : new FlowFailure("interrupted", message);
}
