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

/** One execution of one node. */
export interface GraphStep {
  readonly scope: RunScope;
  /** For the wait node at which the graph stands. */
  readonly event?: ResumeEvent | undefined;
  /** Number of the step since the graph began or went on, from 1. */
  readonly number: number;
}

/**
 * Executes nodes until the graph ends or stops at a wait node, which is then returned. Each write is
 * kept in the cursor as soon as its node is done, so that a failure leaves what came before it. A node
 * that throws writes nothing; an edge that throws keeps its node's writes.
 */
export async function runGraph(
  graph: Graph,
  cursor: GraphCursor,
  { scope, event }: Pick<GraphStep, "scope" | "event">,
): Promise<WaitNode | undefined> {
  for (let number = 1; cursor.step !== undefined; number += 1) {
    const step = { scope, number, event: number === 1 ? event : undefined };
    const waiting = await stepGraph(graph, cursor, step);
    if (waiting !== undefined) return waiting;
  }
  return undefined;
}

/** Executes the node at which a graph stands; returns it instead where it waits for an event. */
export async function stepGraph(
  graph: Graph,
  cursor: GraphCursor,
  { scope, event, number }: GraphStep,
): Promise<WaitNode | undefined> {
  const { step } = cursor;
  if (step === undefined) return undefined;
  scope.options.signal?.throwIfAborted();
  const node = nodeAt(graph, step, scope);
  if (node === undefined) {
    cursor.step = undefined;
    return undefined;
  }
  refuseEntry(graph, step);
  if (node.kind === "work") {
    const entered = step.enters !== undefined;
    cursor.state = applyUpdate(cursor.state, await node.run(cursor.state, scope, entered));
  } else {
    if (event === undefined) return node;
    cursor.state = applyUpdate(cursor.state, node.resume(cursor.state, event, scope));
  }
  const next = node.next(cursor.state);
  if (number >= scope.limits.maxSupersteps) throw stepLimit(number);
  cursor.step = next;
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
