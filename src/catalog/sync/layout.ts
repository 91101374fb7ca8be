import {
  type FetchedConfig,
  type FetchedItem,
  type FlowRegistryVersion,
  localVersion,
} from "./fetched-config.ts";

/** How files lie in the folder that is written to. */
export interface Layout {
  /** `versioned`: `<reference>/<version>.yml`; `flat`: `<reference>.yml`, of one version each. */
  readonly style: "versioned" | "flat";
  readonly format: FlowRegistryVersion;
  /** Whether the folder is a registry, in which experimental flows have a folder of their own. */
  readonly isRegistry: boolean;
}

/** Where a version lies. Flows of third parties are no flows of the service and lie apart. */
export function pathOf(
  { path, version }: FetchedConfig,
  { reference, item: { kind } }: FetchedItem,
  { style, format, isRegistry }: Layout,
): string {
  if (path !== undefined) return path;
  const shelf = kind === "third_party_flow" ? "external/" : shelfOf(format, isRegistry);
  return style === "flat"
    ? `${shelf}${reference}.yml`
    : `${shelf}${reference}/${localVersion(version)}.yml`;
}

function shelfOf(format: FlowRegistryVersion, isRegistry: boolean): string {
  return isRegistry && format === "experimental" ? "experimental/" : "";
}
