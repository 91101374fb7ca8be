import type { Lookup } from "../inspect/flow-knowledge.ts";
import { selectVersion } from "../version/index.ts";

/** What a registry holds: by id, and by version as its file is called. */
export type Versions<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** An entry of a registry and which of its versions is wanted. */
export interface WantedVersion {
  readonly id: string;
  readonly constraint: string;
}

/** Selects a version as the service does. */
export function lookUpVersion<T>(
  entries: Versions<T>,
  { id, constraint }: WantedVersion,
): Lookup<T> {
  const versions = entries.get(id);
  if (versions === undefined)
    return { found: false, reason: "unknown", known: [...entries.keys()] };
  const known = [...versions.keys()];
  const selection = selectVersion(known, constraint);
  const value = selection.found ? versions.get(selection.version) : undefined;
  if (!selection.found || value === undefined) return { found: false, reason: "no_version", known };
  return { found: true, value, version: selection.version };
}
