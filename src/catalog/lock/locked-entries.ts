import type { Lock, LockedItem, LockedVersion } from "../../flow/index.ts";

/** A locked version together with its item. */
export interface LockedEntry {
  readonly item: LockedItem;
  readonly locked: LockedVersion;
}

/** Every locked version, in the order of the lock. */
export function lockedEntries({ items }: Pick<Lock, "items">): readonly LockedEntry[] {
  return items.flatMap((item) => item.versions.map((locked) => ({ item, locked })));
}

/** The lock of a folder that has none. */
export const emptyLock: Lock = { schemaVersion: 1, items: [] };
