import type { Files } from "../../core/files.ts";
import {
  type FlowRegistries,
  type FlowSources,
  loadRegistries,
  type RegistrySources,
  type ResolvedFlow,
  resolveFlow,
} from "../../flow/index.ts";

/** A flow with what it takes from registries. */
export interface LoadedFlow extends ResolvedFlow {
  readonly registries: FlowRegistries;
  /** Every file read for the registries, by path: they decide results as the flow's own file does. */
  readonly registryTexts: ReadonlyMap<string, string>;
}

/** Flows by the reference that names them: suites of a folder mostly test the same one. */
export interface FlowCache {
  /** @throws AppError when there is no such flow; every error of the flow's files, each time. */
  resolve(reference: string): Promise<LoadedFlow>;
}

/** Where flows are looked for, and the prompts and response schemas that they name by version. */
export type FlowCacheSources = FlowSources & Omit<RegistrySources, "files">;

/** A cache over the places where flows are looked for. */
export function createFlowCache(sources: FlowCacheSources): FlowCache {
  const known = new Map<string, Promise<LoadedFlow>>();
  return {
    resolve(reference) {
      const cached = known.get(reference);
      if (cached !== undefined) return cached;
      const loading = load(reference, sources);
      known.set(reference, loading);
      return loading;
    },
  };
}

/** As a target of a suite says it. */
function writeVersion(version: string): string {
  return `version: ${version}`;
}

async function load(reference: string, sources: FlowCacheSources): Promise<LoadedFlow> {
  const resolved = await resolveFlow(reference, { ...sources, writeVersion });
  const registryTexts = new Map<string, string>();
  const files: Files = {
    ...sources.files,
    list: (folder) => sources.files.list(folder),
    async read(path) {
      const text = await sources.files.read(path);
      if (text !== undefined) registryTexts.set(path, text);
      return text;
    },
  };
  const registries = await loadRegistries(resolved.flow, { ...sources, files });
  return { ...resolved, registries, registryTexts };
}
