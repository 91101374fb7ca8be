import { buildTool } from "./build-tool.ts";
import type { CatalogEntry } from "./catalog-entry.ts";
import type { CatalogTool } from "./catalog-tool.ts";
import * as domains from "./domains.ts";

const entries: ReadonlyMap<string, CatalogEntry> = new Map(
  Object.values(domains)
    .flat()
    .map((entry) => [entry.name, entry]),
);
const built = new Map<string, CatalogTool>();

/** Every tool that the service registers, sorted. */
export const catalogToolNames: readonly string[] = [...entries.keys()].toSorted();

/** The service's tool of that name, as far as we describe it; undefined for any other name. */
export function catalogTool(name: string): CatalogTool | undefined {
  const known = built.get(name);
  if (known !== undefined) return known;
  const entry = entries.get(name);
  if (entry === undefined) return undefined;
  const tool = buildTool(entry);
  built.set(name, tool);
  return tool;
}
