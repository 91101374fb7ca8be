import { type Flow, flowGraph } from "../../../flow/index.ts";

/** Where a flow can go: what may follow what, and what may come before. */
export interface FlowWays {
  readonly entryPoint: string;
  follows(from: string, to: string): boolean;
  /** Whether something leads from one to the other, over whatever lies between. */
  leads(from: string, to: string): boolean;
}

/** The ways of a flow as it is written; undefined for a chat, which has one component and no graph. */
export function flowWays(flow: Flow): FlowWays | undefined {
  if (flow.environment === "chat-partial") return undefined;
  const next = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    next.set(from, (next.get(from) ?? new Set()).add(to));
  };
  for (const { from, to, kind, neverTaken } of flowGraph(flow).edges) {
    if (neverTaken) continue;
    add(from, to);
    // A subagent gives back to its supervisor, and what follows it follows the subagent in a route.
    if (kind === "delegation") add(to, from);
  }
  for (const component of flow.components) {
    if (component.type !== "AgentComponent") continue;
    const subagents = component.subagents.map(({ name }) => name);
    for (const name of subagents) {
      for (const other of [...subagents, ...(next.get(component.name) ?? [])]) add(name, other);
    }
  }
  const follows = (from: string, to: string): boolean => next.get(from)?.has(to) === true;
  return {
    entryPoint: flow.entryPoint,
    follows,
    leads(from, to) {
      const reached = new Set(next.get(from));
      for (const name of reached) for (const other of next.get(name) ?? []) reached.add(other);
      return reached.has(to);
    },
  };
}
