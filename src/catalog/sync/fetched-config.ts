import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";

/** Which of the two formats of flows; decides the folder. */
export type FlowRegistryVersion = "v1" | "experimental";

/** The text of one version of an item, as the instance gave it. */
export interface FetchedConfig {
  readonly version: CatalogVersion;
  readonly text: string;
  /** By which constraint it was chosen, where it was pinned. */
  readonly constraint?: string | undefined;
  /** Where the lock has it; otherwise the layout says where. */
  readonly path?: string | undefined;
}

/** An item and what was fetched of it. */
export interface FetchedItem {
  readonly reference: string;
  readonly item: CatalogItem;
  readonly configs: readonly FetchedConfig[];
}

/**
 * The file name of a version, without its extension. A draft is named so that no constraint selects it.
 */
export function localVersion({ name, released }: CatalogVersion): string {
  return released ? name : `${name}-draft`;
}
