import type { FlowComponent } from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import type { Edge, GraphNode } from "../graph/graph-node.ts";

/** A component, turned into nodes. */
export interface BuiltComponent {
  /** The node by which the component is entered. */
  readonly entry: string;
  readonly nodes: readonly GraphNode[];
}

/** What a component's nodes connect to, and what they are made of. */
export interface ComponentSite extends BuildContext {
  /** What follows the component: its router. */
  readonly exit: Edge;
}

/** A kind of component. Exporting one from the index is the whole registration. */
export interface ComponentType<T extends FlowComponent = FlowComponent> {
  readonly id: T["type"];
  /** Builds the nodes, after checking what the service checks. @throws FlowFailure of kind `build_error`. */
  build(component: T, site: ComponentSite): BuiltComponent;
}
