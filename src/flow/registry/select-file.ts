import { parseConstraint } from "../version/index.ts";
import type { ConfinedFiles } from "./confined-files.ts";
import { selectReachable } from "./select-reachable.ts";

/** What is looked for: `<id>/base/<version><extension>` in one of some folders. */
export interface VersionedFile {
  readonly id: string;
  readonly query: string;
  readonly extension: string;
}

/** The file that was found, or why none was. */
export type FileSelection =
  | { readonly found: true; readonly path: string }
  | {
      readonly found: false;
      readonly reason: "unknown-id" | "no-match" | "not-a-constraint";
      readonly versions: readonly string[];
    };

// Neither a dot at the beginning nor anything else that could lead out of the folder.
const safeSegment = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** Whether a name of a file, such as a template includes, stays inside its folder. */
export function isSafeName(name: string): boolean {
  return name.split("/").every((segment) => safeSegment.test(segment));
}

/** Selects a version as for flows; the first folder that has one wins. */
export async function selectFile(
  { id, query, extension }: VersionedFile,
  folders: readonly string[],
  files: ConfinedFiles,
): Promise<FileSelection> {
  const versions: string[] = [];
  for (const folder of isSafeName(id) ? folders : []) {
    const place = `${folder}/${id}/base`;
    const names = (await files.list(place)).filter((name) => name.endsWith(extension));
    const candidates = names.map((name) => ({
      version: name.slice(0, -extension.length),
      path: `${place}/${name}`,
    }));
    const selected = await selectReachable(candidates, query, files);
    if (selected !== undefined) return { found: true, path: selected.path };
    for (const { version } of candidates) versions.push(version);
  }
  if (versions.length === 0) return { found: false, reason: "unknown-id", versions };
  const isConstraint = parseConstraint(query) !== undefined;
  return { found: false, reason: isConstraint ? "no-match" : "not-a-constraint", versions };
}
