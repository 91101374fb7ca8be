import { createRegistry } from "../../core/registry.ts";
import type { Flow, FlowComponent } from "../../flow/index.ts";
import type { BuiltComponent, ComponentType } from "../components/component-type.ts";
import * as builtInTypes from "../components/index.ts";
import { checkExperimental } from "../experimental/check-experimental.ts";
import type { RunScope } from "../session/run-scope.ts";
import { type BuildContext, createBuildContext } from "./build-context.ts";
import type { Edge, Graph, GraphNode, Step } from "./graph-node.ts";
import { notSupported } from "./not-supported.ts";
import { routerEdge } from "./router-edge.ts";
import { terminalId, terminalNodes } from "./terminal-nodes.ts";
import { topLevelComponents } from "./top-level-components.ts";

const types = createRegistry<ComponentType>(builtInTypes);

/**
 * Turns a flow into a graph. What can be told from the file alone was checked when it was read; what
 * needs tools or registries is checked here. A component without a router is built and checked like
 * any other, but its nodes are not part of the graph.
 */
export function buildGraph(flow: Flow, scope: RunScope): Graph {
  const build = createBuildContext(withMcpTools(flow), scope);
  checkExperimental(build);
  const nodes = new Map<string, GraphNode>(
    terminalNodes(flow.version).map((node) => [node.id, node]),
  );
  const entries = new Map<string, string>();
  const stepTo = (component: string): Step => ({
    node: entries.get(component) ?? terminalId(component),
    enters: component,
  });
  for (const component of topLevelComponents(flow)) {
    const router = flow.routers.find(({ from }) => from === component.name);
    const built = buildComponent(
      component,
      build,
      router === undefined ? undefined : routerEdge(router, stepTo),
    );
    if (router === undefined) continue;
    entries.set(component.name, built.entry);
    for (const node of built.nodes) nodes.set(node.id, node);
  }
  return { nodes, start: stepTo(flow.entryPoint), refused: build.refused };
}

/** Experimental flows have more environments than v1; in one of them tools are offered as in a chat. */
function withMcpTools(flow: Flow): Flow {
  return flow.declaredEnvironment === "ide" ? { ...flow, environment: "chat" } : flow;
}

function buildComponent(
  component: FlowComponent,
  build: BuildContext,
  exit: Edge = (): undefined => undefined,
): BuiltComponent {
  const type = types.get(component.type);
  if (type === undefined) throw notSupported(component, `the component type ${component.type}`);
  return type.build(component, { ...build, exit });
}
