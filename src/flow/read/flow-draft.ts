import type { Flow } from "../model/flow.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { ConfigNode } from "./config-node.ts";

/**
 * A flow as far as its file could be read. Parts that are wrong are left out of it, or hold their
 * default, and every one of them is among the problems.
 */
export interface FlowDraft {
  readonly flow: Flow;
  readonly problems: readonly FlowProblem[];
  /** Every name that a component has, also of those that could not be read. */
  readonly names: ReadonlySet<string>;
  /** Every name that a router says it starts from, also of those that could not be read. */
  readonly starts: ReadonlySet<string>;
  /** The file itself, for what the model leaves out. */
  readonly root: ConfigNode;
  /** Whether the parts of the flow were there at all, so that it makes sense to compare them. */
  readonly complete: boolean;
}
