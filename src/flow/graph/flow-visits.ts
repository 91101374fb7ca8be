import { builtInComponents } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import { flowGraph, type GraphEdge } from "./flow-graph.ts";

/** Which parts of a flow's graph runs went through, and how often. */
export interface FlowVisits {
  /** By name of the component, `end` and `abort` included. */
  readonly components: ReadonlyMap<string, number>;
  /** By the name of where a way begins, then of where it ends. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Components that runs went through and the flow does not have: it has changed since. */
  readonly strangers: readonly string[];
}

/**
 * Counts what routes, the components visited in order, went through. A managed agent returns to its
 * supervisor without entering it again, so what follows the agent is counted as following the supervisor.
 */
export function flowVisits(flow: Flow, routes: readonly (readonly string[])[]): FlowVisits {
  const supervisors = supervisorsOf(flowGraph(flow).edges);
  const components = new Map<string, number>();
  const ways = new Map<string, Map<string, number>>();
  for (const route of routes) {
    for (const [index, name] of route.entries()) {
      components.set(name, (components.get(name) ?? 0) + 1);
      const before = route[index - 1];
      if (before === undefined) continue;
      const from = supervisors.get(name) ?? supervisors.get(before) ?? before;
      const ends = ways.get(from) ?? new Map<string, number>();
      ends.set(name, (ends.get(name) ?? 0) + 1);
      ways.set(from, ends);
    }
  }
  const known = new Set([...flow.components.map(({ name }) => name), ...builtInComponents]);
  const strangers = [...components.keys()].filter((name) => !known.has(name)).toSorted();
  return { components, ways, strangers };
}

function supervisorsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, string> {
  const delegations = edges.filter(({ kind }) => kind === "delegation");
  return new Map(delegations.map(({ from, to }) => [to, from]));
}
