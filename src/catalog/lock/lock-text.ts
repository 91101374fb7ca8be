import type { Lock, LockedItem, LockedVersion } from "../../flow/index.ts";
import { compareVersions } from "../compare-versions.ts";

/** A lock as it is written: keys and entries always in the same order, so that diffs show what changed. */
export function lockText({ schemaVersion, items }: Lock): string {
  const sorted = items.toSorted((a, b) => compare(keyOf(a), keyOf(b))).map(inOrder);
  return `${JSON.stringify({ schemaVersion, items: sorted }, undefined, 2)}\n`;
}

function inOrder(item: LockedItem): LockedItem {
  const { reference, kind, instance, id, name, flowRegistryVersion, versions } = item;
  return {
    reference,
    kind,
    instance,
    id,
    name,
    flowRegistryVersion,
    versions: versions
      .toSorted((a, b) => compareVersions(a.version, b.version))
      .map(versionInOrder),
  };
}

function versionInOrder(locked: LockedVersion): LockedVersion {
  const { version, id, released, releasedAt, path, digest, constraint } = locked;
  return {
    version,
    id,
    released,
    releasedAt,
    path,
    digest,
    ...(constraint !== undefined && { constraint }),
  };
}

function keyOf({ kind, reference, flowRegistryVersion }: LockedItem): string {
  return `${kind} ${reference} ${flowRegistryVersion}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
