import { selectVersion } from "../version/index.ts";
import type { ConfinedFiles } from "./confined-files.ts";

/** A file and the version that its name says. */
export interface VersionedPath {
  readonly version: string;
  readonly path: string;
}

/**
 * The file of the version that a constraint selects. Links that lead nowhere or out of their folder are
 * passed over as in the service; where there is nothing else they are selected, and refused when read.
 */
export async function selectReachable<T extends VersionedPath>(
  candidates: readonly T[],
  query: string,
  files: ConfinedFiles,
): Promise<T | undefined> {
  const reached = await Promise.all(candidates.map(({ path }) => files.reaches(path)));
  for (const group of [candidates.filter((_, index) => reached[index]), candidates]) {
    const names = group.map(({ version }) => version);
    const selection = selectVersion(names, query);
    if (selection.found) return group[names.indexOf(selection.version)];
  }
  return undefined;
}
