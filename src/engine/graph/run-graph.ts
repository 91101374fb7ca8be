import { FlowFailure } from "../flow-failure.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import { applyUpdate } from "../state/apply-update.ts";
import type { FlowState } from "../state/flow-state.ts";
import type { Graph, GraphNode, Step, WaitNode } from "./graph-node.ts";
import { stepLimit } from "./step-limit.ts";

/** A graph in motion: its state and where it stands. Changed in place by {@link runGraph}. */
export interface GraphCursor {
  state: FlowState;
  /** The next step; undefined once the graph has ended. */
  step: Step | undefined;
}

/**
 * Executes nodes until the graph ends or stops at a wait node, which is then returned. Each write is
 * kept in the cursor as soon as its node is done, so that a failure leaves what came before it. A node
 * that throws writes nothing; an edge that throws keeps its node's writes.
 */
export async function runGraph(
  graph: Graph,
  cursor: GraphCursor,
  run: { readonly scope: RunScope; readonly event?: ResumeEvent | undefined },
): Promise<WaitNode | undefined> {
  const { scope } = run;
  let { event } = run;
  for (let steps = 1; cursor.step !== undefined; steps += 1) {
    scope.options.signal?.throwIfAborted();
    const node = nodeAt(graph, cursor.step, scope);
    if (node === undefined) return undefined;
    refuseEntry(graph, cursor.step);
    if (node.kind === "work") {
      const entered = cursor.step.enters !== undefined;
      cursor.state = applyUpdate(cursor.state, await node.run(cursor.state, scope, entered));
    } else {
      if (event === undefined) return node;
      cursor.state = applyUpdate(cursor.state, node.resume(cursor.state, event, scope));
      event = undefined;
    }
    const next = node.next(cursor.state);
    if (steps >= scope.limits.maxSupersteps) throw stepLimit(steps);
    cursor.step = next;
  }
  return undefined;
}

/** The node of a step. A component without a router has none: the run just ends there. */
function nodeAt(graph: Graph, step: Step, { recorder }: RunScope): GraphNode | undefined {
  const node = graph.nodes.get(step.node);
  if (node === undefined) {
    const component = step.enters ?? step.node;
    const text = `component "${component}" is reached and has no router, so the run ends without a terminal`;
    recorder.note(component, "dead_end", text);
  } else if (step.enters !== undefined) {
    recorder.entered(step.enters);
  }
  return node;
}

/** A hand-over to a component that cannot work where the session is. */
function refuseEntry({ refused }: Graph, { enters }: Step): void {
  const reason = enters === undefined ? undefined : refused.get(enters);
  if (reason !== undefined) throw new FlowFailure("refused", reason);
}
