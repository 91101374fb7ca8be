import { formatPlace, type Range } from "../../core/position.ts";
import type { ComponentBase, Flow } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";

/** What building the parts of a flow needs. */
export interface BuildContext {
  readonly flow: Flow;
  readonly scope: RunScope;
  /** Components that the session may not enter, and why; added to while components are built. */
  readonly refused: Map<string, string>;
  /** A failure that says where in the flow's file the problem stands. */
  error(
    component: Pick<ComponentBase, "name" | "range">,
    problem: string,
    range?: Range,
  ): FlowFailure;
}

export function createBuildContext(flow: Flow, scope: RunScope): BuildContext {
  return {
    flow,
    scope,
    refused: new Map(),
    error: (component, problem, range = component.range) =>
      new FlowFailure(
        "build_error",
        `${problem} (${formatPlace({ file: flow.file, ...range.start })})`,
        { component: component.name },
      ),
  };
}
