import { additionalContext } from "../context/additional-context.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ContextInputs } from "../run-options.ts";
import type { Machine, Pause } from "../session/machine.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import { applyUpdate } from "../state/apply-update.ts";
import type { FlowState } from "../state/flow-state.ts";
import { initialState } from "../state/initial-state.ts";
import { nest } from "../state/nest.ts";
import { buildGraph } from "./build-graph.ts";
import type { Graph, WaitNode } from "./graph-node.ts";
import { type GraphCursor, runGraph } from "./run-graph.ts";

/** A flow that is a graph of its components: `ambient` and `chat`. */
export class GraphMachine implements Machine {
  private readonly scope: RunScope;
  private running: { readonly graph: Graph; readonly cursor: GraphCursor } | undefined;
  private waiting: WaitNode | undefined;

  constructor(scope: RunScope) {
    this.scope = scope;
  }

  get pause(): Pause | undefined {
    return this.waiting;
  }

  get state(): FlowState | undefined {
    return this.running?.cursor.state;
  }

  get component(): string {
    const node = this.running?.cursor.step?.node;
    return node === undefined ? "" : (this.running?.graph.nodes.get(node)?.component ?? "");
  }

  async begin(): Promise<void> {
    const { options } = this.scope;
    refuseWithoutProject(this.scope);
    const graph = buildGraph(options.flow, this.scope);
    const inputs = additionalContext(options.flow, options.context.inputs, this.scope);
    const state = initialState(this.scope, inputs);
    this.running = { graph, cursor: { state, step: graph.start } };
    await this.advance(undefined);
  }

  async resume(event: ResumeEvent, inputs: ContextInputs | undefined): Promise<void> {
    this.addInputs(inputs);
    await this.advance(event);
  }

  /** Later context joins what is there already; a flow keeps what it was once told. */
  private addInputs(inputs: ContextInputs | undefined): void {
    if (inputs === undefined || this.running === undefined) return;
    const { cursor } = this.running;
    const added = additionalContext(this.scope.options.flow, inputs, this.scope);
    cursor.state = applyUpdate(cursor.state, { context: nest(["inputs"], added) });
  }

  private async advance(event: ResumeEvent | undefined): Promise<void> {
    if (this.running === undefined) return;
    const { graph, cursor } = this.running;
    this.waiting = undefined;
    this.waiting = await runGraph(graph, cursor, { scope: this.scope, event });
  }
}

/** The state of an experimental flow begins with its project, and the service fails where there is none. */
function refuseWithoutProject({ options, place }: RunScope): void {
  if (options.flow.version !== "experimental" || place.project !== undefined) return;
  const text = "an experimental flow runs in a project, and this session has none";
  throw new FlowFailure("refused", text);
}
