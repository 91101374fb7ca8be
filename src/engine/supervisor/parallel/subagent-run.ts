import { pyStr } from "../../../core/python/py-str.ts";
import { isPyDict } from "../../../core/python/py-value.ts";
import { FlowFailure } from "../../flow-failure.ts";
import type { Graph } from "../../graph/graph-node.ts";
import { type GraphCursor, stepGraph } from "../../graph/run-graph.ts";
import type { ResumeEvent } from "../../session/resume-event.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { FlowState } from "../../state/flow-state.ts";
import type { UiEntry } from "../../ui/ui-entry.ts";
import type { DelegationOutcome } from "../delegation-result.ts";
import { delegationTexts } from "../delegation-texts.ts";
import type { Dispatch } from "./dispatch.ts";
import { isolatedState } from "./isolated-state.ts";
import type { SubagentRecorder } from "./subagent-recorder.ts";
import { type AskedReplies, subagentScope } from "./subagent-scope.ts";
import { survivableFailure } from "./survivable-failure.ts";

/** What a run of an agent is made of. */
export interface SubagentStart {
  readonly dispatch: Dispatch;
  readonly graph: Graph;
  readonly state: FlowState;
  readonly recorder: SubagentRecorder;
  readonly asked: AskedReplies;
}

/** Something that ends the run of the whole flow. */
export interface FatalFailure {
  readonly reason: unknown;
}

/** One agent at its task, in a state of its own, one node at a time. */
export class SubagentRun {
  readonly dispatch: Dispatch;
  readonly recorder: SubagentRecorder;
  /** Set at the end. */
  outcome: DelegationOutcome | undefined;
  /** Whether the user has to decide about its calls. */
  isWaiting = false;
  readonly #graph: Graph;
  readonly #cursor: GraphCursor;
  readonly #scope: RunScope;
  #steps = 0;
  #event: ResumeEvent | undefined;
  #shown = 0;

  constructor(start: SubagentStart, main: RunScope) {
    const { dispatch, graph, state, recorder, asked } = start;
    this.dispatch = dispatch;
    this.recorder = recorder;
    this.#graph = graph;
    this.#cursor = { state: isolatedState(state, dispatch), step: graph.start };
    this.#scope = subagentScope(main, { component: dispatch.subagent, recorder, asked });
  }

  get isRunning(): boolean {
    return this.outcome === undefined && !this.isWaiting;
  }

  /** Executes one node. Never throws: what the supervisor shall not survive is given back. */
  async step(): Promise<FatalFailure | undefined> {
    this.#steps += 1;
    const step = { scope: this.#scope, number: this.#steps, event: this.#event };
    this.#event = undefined;
    try {
      this.isWaiting = (await stepGraph(this.#graph, this.#cursor, step)) !== undefined;
      if (this.#cursor.step === undefined) this.outcome = this.#answer();
      return undefined;
    } catch (error) {
      const problem = survivableFailure(error);
      if (problem === undefined) return { reason: this.#named(error) };
      this.outcome = { status: "error", error: problem };
      return undefined;
    }
  }

  /** Gives the user's decision to the calls that wait for it. */
  decide(event: ResumeEvent): void {
    this.#event = event;
    this.#steps = 0;
    this.isWaiting = false;
  }

  /** What the user has not been shown yet. Of an agent that fails, nothing more comes back. */
  takeEntries(): readonly UiEntry[] {
    if (this.outcome?.status === "error") return [];
    const entries = this.#cursor.state.uiChatLog.slice(this.#shown);
    this.#shown += entries.length;
    return entries;
  }

  #answer(): DelegationOutcome {
    const outputs = this.#cursor.state.context.get(this.dispatch.subagent);
    const answer = isPyDict(outputs) ? (outputs.get("final_answer") ?? null) : null;
    return answer === null
      ? { status: "error", error: delegationTexts.noAnswer }
      : { status: "completed", result: pyStr(answer) };
  }

  /** The run stands at the supervisor; what failed is the agent. */
  #named(error: unknown): unknown {
    if (!(error instanceof FlowFailure) || error.component !== undefined) return error;
    const { kind, message } = error;
    return new FlowFailure(kind, message, { cause: error, component: this.dispatch.subagent });
  }
}
