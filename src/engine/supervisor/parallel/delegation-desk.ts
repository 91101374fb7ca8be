import type { Graph } from "../../graph/graph-node.ts";
import type { ResumeEvent } from "../../session/resume-event.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../../state/flow-state.ts";
import { flowStatus } from "../../state/flow-status.ts";
import type { SupervisorSettings } from "../supervisor-settings.ts";
import { collectDelegations } from "./collect-delegations.ts";
import { prepareDelegations } from "./prepare-delegations.ts";
import { SubagentRecorder } from "./subagent-recorder.ts";
import { SubagentRun } from "./subagent-run.ts";
import { SubagentRuns } from "./subagent-runs.ts";

/** Where a supervisor's tasks are handed over, done and brought back. */
export class DelegationDesk {
  readonly #supervisor: SupervisorSettings;
  readonly #graphs: ReadonlyMap<string, Graph>;
  #runs: SubagentRuns | undefined;

  constructor(supervisor: SupervisorSettings, graphs: ReadonlyMap<string, Graph>) {
    this.#supervisor = supervisor;
    this.#graphs = graphs;
  }

  get isBusy(): boolean {
    return this.#runs !== undefined;
  }

  get isWaiting(): boolean {
    return this.#runs?.waiting !== undefined;
  }

  /** Refuses what cannot be handed over and gets the rest ready. */
  prepare(state: FlowState, scope: RunScope): StateUpdate {
    const { dispatches, update } = prepareDelegations(this.#supervisor, state, scope);
    const asked = { count: scope.recorder.replies };
    const runs = dispatches.flatMap((dispatch) => {
      const graph = this.#graphs.get(dispatch.subagent);
      const recorder = new SubagentRecorder(scope, dispatch.call.id);
      return graph === undefined
        ? []
        : [new SubagentRun({ dispatch, graph, state, recorder, asked }, scope)];
    });
    this.#runs = runs.length === 0 ? undefined : new SubagentRuns(runs, scope);
    return update;
  }

  /** Lets the agents work until they are done or the user has to decide something. */
  async play(): Promise<StateUpdate> {
    await this.#runs?.play();
    const entries = this.#runs?.all.flatMap((run) => run.takeEntries()) ?? [];
    return {
      uiChatLog: entries,
      ...(this.isWaiting ? { status: flowStatus.toolApprovalRequired } : {}),
    };
  }

  decide(event: ResumeEvent): void {
    this.#runs?.decide(event);
  }

  /** Answers the calls with what came of their tasks. */
  collect(state: FlowState, scope: RunScope): StateUpdate {
    const done = (this.#runs?.all ?? []).flatMap(({ dispatch, outcome }) =>
      outcome === undefined ? [] : [{ dispatch, outcome }],
    );
    this.#runs = undefined;
    return collectDelegations(this.#supervisor, { state, done }, scope);
  }
}
