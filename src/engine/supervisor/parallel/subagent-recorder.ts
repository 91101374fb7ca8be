import type { ChatReply, ChatRequest } from "../../../model/index.ts";
import type { NoteKind } from "../../engine-event.ts";
import { type FailedCall, RunRecorder, type ToolCallFacts } from "../../session/run-recorder.ts";
import type { RunScope } from "../../session/run-scope.ts";
import { recordCall } from "../record-delegation.ts";

/**
 * The recorder of an agent that runs beside others. What happens is passed on to the recorder of the run
 * when it is this agent's turn, so that the record has one order, whoever was faster.
 */
export class SubagentRecorder extends RunRecorder {
  readonly #main: RunScope;
  /** Makes the ids of entries differ from those of the others. */
  readonly #mark: string;
  /** For each reply of this agent, its number in the run. */
  readonly #numbers: number[] = [];
  readonly #waiting: (() => void)[] = [];
  #isTurn = false;

  constructor(main: RunScope, mark: string) {
    super(undefined);
    this.#main = main;
    this.#mark = mark;
    this.turns = main.recorder.turns;
  }

  /** From now on everything is passed on at once, after what has waited. */
  release(): void {
    this.#isTurn = true;
    for (const tell of this.#waiting.splice(0)) tell();
  }

  /** From now on everything waits. */
  hold(): void {
    this.#isTurn = false;
  }

  /** Does something when it is this agent's turn. */
  inTurn(tell: () => void): void {
    if (this.#isTurn) tell();
    else this.#waiting.push(tell);
  }

  override entered(component: string): void {
    this.inTurn(() => this.#main.recorder.entered(component));
  }

  override replied(component: string, request: ChatRequest, reply: ChatReply): void {
    super.replied(component, request, reply);
    this.inTurn(() => {
      const { recorder } = this.#main;
      recorder.replied(component, request, reply);
      this.#numbers.push(recorder.replies - 1);
    });
  }

  override modelFailed(component: string, request: ChatRequest, failed: FailedCall): void {
    super.modelFailed(component, request, failed);
    this.inTurn(() => this.#main.recorder.modelFailed(component, request, failed));
  }

  override called(facts: ToolCallFacts): void {
    const own = this.replies - 1;
    this.inTurn(() => recordCall(this.#main, facts, this.#numbers[own] ?? -1));
  }

  override note(component: string, kind: NoteKind, text: string): void {
    this.inTurn(() => this.#main.recorder.note(component, kind, text));
  }

  override nextUiId(prefix: string): string {
    return `${super.nextUiId(prefix)}-${this.#mark}`;
  }
}
