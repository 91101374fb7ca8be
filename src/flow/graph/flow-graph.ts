import type { ComponentType, FlowComponent } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import type { IOKey } from "../model/io-key.ts";
import { defaultRoute, type FlowRouter, type Route } from "../model/router.ts";

/** What a node of the drawing stands for. */
export type NodeKind = "agent" | "supervisor" | "one-off" | "step" | "human" | "end" | "abort";

/** A component, or one of the two ends that every flow has. */
export interface GraphNode {
  readonly name: string;
  readonly kind: NodeKind;
  /** The tool of a step, what a human is asked for. */
  readonly detail: string | undefined;
  /** Whether some way leads there from the entry point. */
  readonly reachable: boolean;
  /** Nothing follows: the run just ends there, neither completed nor aborted. */
  readonly deadEnd: boolean;
}

/** What may follow a component. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "route" | "delegation";
  /** The condition; undefined where there is none. */
  readonly label: string | undefined;
  /** Its key is not a text, so no value ever equals it. */
  readonly neverTaken: boolean;
}

/** A flow's components and what leads from one to the other, in the order of the file. */
export interface FlowGraph {
  readonly entryPoint: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const ends = ["end", "abort"] as const;

/** The graph that a flow's file describes, whether or not it could run. */
export function flowGraph(flow: Flow): FlowGraph {
  const { entryPoint, components } = flow;
  // A chat takes a flow's first component and nothing else of its graph.
  const isChatPartial = flow.environment === "chat-partial";
  const edges = isChatPartial
    ? []
    : [...components.flatMap(delegationsOf), ...flow.routers.flatMap(routesOf)];
  const reached = reachedFrom(entryPoint, edges);
  const targets = new Set([entryPoint, ...edges.map(({ to }) => to)]);
  const withExit = new Set([
    ...flow.routers.map(({ from }) => from),
    ...edges.filter(({ kind }) => kind === "delegation").map(({ to }) => to),
  ]);
  const nodes = components.map((component, index): GraphNode => {
    const { name } = component;
    return {
      name,
      ...describe(component),
      reachable: isChatPartial ? index === 0 : reached.has(name),
      deadEnd: !isChatPartial && !withExit.has(name),
    };
  });
  const written = new Set(components.map(({ name }) => name));
  const terminals = ends
    .filter((name) => targets.has(name) && !written.has(name))
    .map((name) => ({ name, kind: name, detail: undefined, deadEnd: false }))
    .map((node): GraphNode => ({ ...node, reachable: reached.has(node.name) }));
  return { entryPoint, nodes: [...nodes, ...terminals], edges };
}

const kinds: Readonly<Record<ComponentType, NodeKind>> = {
  AgentComponent: "agent",
  OneOffComponent: "one-off",
  DeterministicStepComponent: "step",
  HumanInputComponent: "human",
};

function describe(component: FlowComponent): Pick<GraphNode, "kind" | "detail"> {
  const { type } = component;
  const isSupervisor = type === "AgentComponent" && component.subagents.length > 0;
  const kind = isSupervisor ? "supervisor" : kinds[type];
  if (type === "DeterministicStepComponent") return { kind, detail: component.toolName };
  const detail = type === "HumanInputComponent" ? component.interactionType : undefined;
  return { kind, detail };
}

function delegationsOf(component: FlowComponent): readonly GraphEdge[] {
  if (component.type !== "AgentComponent") return [];
  return component.subagents.map(({ name }) => ({
    from: component.name,
    to: name,
    kind: "delegation",
    label: "delegates to",
    neverTaken: false,
  }));
}

function routesOf(router: FlowRouter): readonly GraphEdge[] {
  const { from } = router;
  if (router.type === "simple") {
    return [{ from, to: router.to, kind: "route", label: undefined, neverTaken: false }];
  }
  return router.routes.map((route) => ({
    from,
    to: route.to,
    kind: "route",
    label: conditionOf(router.input, route),
    neverTaken: !route.matches,
  }));
}

function conditionOf(input: IOKey, { key, matches }: Route): string {
  const value = input.literal === undefined ? input.from : `"${input.literal}"`;
  if (!matches) return `${value} = ${key}: never, the key is not a text`;
  return key === defaultRoute ? "otherwise" : `${value} = ${key}`;
}

function reachedFrom(entryPoint: string, edges: readonly GraphEdge[]): ReadonlySet<string> {
  const reached = new Set([entryPoint]);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const name of reached) {
    for (const { from, to, neverTaken } of edges) {
      if (from === name && !neverTaken) reached.add(to);
    }
  }
  return reached;
}
