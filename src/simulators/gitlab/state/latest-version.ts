import type { ItemRecord, VersionRecord } from "./records.ts";

/** The newest version of any state, or the newest that was released. */
export function latestVersion(
  { versions }: ItemRecord,
  released: boolean,
): VersionRecord | undefined {
  return released ? versions.findLast((version) => version.released) : versions.at(-1);
}

/** The version that a pin names; without one, the newest released. */
export function pinnedVersion(
  item: ItemRecord,
  pin: string | undefined,
): VersionRecord | undefined {
  if (pin === undefined) return latestVersion(item, true);
  return item.versions.find(({ version }) => version === pin);
}
