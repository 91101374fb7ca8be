import type { Pause } from "../session/machine.ts";
import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";

/** Where the run goes after a node. */
export interface Step {
  readonly node: string;
  /** Set when the step enters a component from outside, also when it is the same one again. */
  readonly enters?: string | undefined;
}

/** Chooses the step after a node, from the state with the node's writes; undefined ends the run. */
export type Edge = (state: FlowState) => Step | undefined;

interface NodeBase {
  /** `<component>#<part>`. */
  readonly id: string;
  readonly component: string;
  readonly next: Edge;
}

/** A node that does something. */
export interface WorkNode extends NodeBase {
  readonly kind: "work";
  /** @param entered true when the step came from outside the component. */
  run(state: FlowState, scope: RunScope, entered: boolean): StateUpdate | Promise<StateUpdate>;
}

/** A node at which the run stops until somebody answers. */
export interface WaitNode extends NodeBase, Pause {
  readonly kind: "wait";
  resume(state: FlowState, event: ResumeEvent, scope: RunScope): StateUpdate;
}

/** One step of a flow's graph. A component is a set of these. */
export type GraphNode = WorkNode | WaitNode;

/** A flow, ready to run. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly start: Step;
  /** Components that this session may not enter, and why. */
  readonly refused: ReadonlyMap<string, string>;
}
