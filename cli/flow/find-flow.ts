import { type ResolvedFlow, resolveFlow } from "../../src/flow/index.ts";
import type { FlowWorld } from "./flow-world.ts";

/** A flow that the command line names, and what the user should know about how it was found. */
export interface FoundFlow {
  readonly resolved: ResolvedFlow;
  readonly notices: readonly string[];
}

/** Finds a flow by its path, or by its reference in the folders of `flowproof.yml`. */
export async function findFlow(ref: string, { config, files }: FlowWorld): Promise<FoundFlow> {
  const resolved = await resolveFlow(ref, { folders: config.registries.flows, files });
  const isDefault = ref === resolved.reference;
  const notice = `${ref} names no version: exactly ${resolved.version} is used, as in the service`;
  return { resolved, notices: isDefault ? [notice] : [] };
}
