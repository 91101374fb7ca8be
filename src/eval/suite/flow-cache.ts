import { type FlowSources, type ResolvedFlow, resolveFlow } from "../../flow/index.ts";

/** Flows by the reference that names them: suites of a folder mostly test the same one. */
export interface FlowCache {
  /** @throws AppError when there is no such flow; every error of the flow's file, each time. */
  resolve(reference: string): Promise<ResolvedFlow>;
}

/** A cache over the places where flows are looked for. */
export function createFlowCache(source: FlowSources): FlowCache {
  const known = new Map<string, Promise<ResolvedFlow>>();
  return {
    resolve(reference) {
      const cached = known.get(reference);
      if (cached !== undefined) return cached;
      const resolving = resolveFlow(reference, source);
      known.set(reference, resolving);
      return resolving;
    },
  };
}
