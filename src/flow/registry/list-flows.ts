import type { Files } from "../../core/files.ts";
import type { FlowVersion } from "../model/flow.ts";
import { compareVersions, parseVersion } from "../version/index.ts";
import { type ConfinedFiles, confinedFiles } from "./confined-files.ts";
import { isReference } from "./flow-reference.ts";

/** A version of a flow in a folder of flows. */
export interface RegisteredFlow {
  readonly reference: string;
  readonly version: string;
  /** Which format the folder promises; experimental flows lie in a folder of their own. */
  readonly format: FlowVersion;
  readonly path: string;
}

/**
 * Every flow in the folders, sorted; of two with the same name and version the one of the earlier folder.
 * Links that lead out of their folder are passed over.
 */
export async function listFlows(
  folders: readonly string[],
  files: Files,
): Promise<readonly RegisteredFlow[]> {
  const confined = confinedFiles(files, folders);
  const found = new Map<string, RegisteredFlow>();
  for (const { folder, format } of shelves(folders)) {
    if (!(await confined.reaches(folder))) continue;
    for (const reference of (await files.list(folder)).filter(isReference)) {
      if (!(await confined.reaches(`${folder}/${reference}`))) continue;
      for (const flow of await listVersions({ folder, format }, reference, confined)) {
        if (!(await confined.reaches(flow.path))) continue;
        const key = `${flow.format} ${flow.reference} ${flow.version}`;
        if (!found.has(key)) found.set(key, flow);
      }
    }
  }
  return [...found.values()].toSorted(compareRegistered);
}

/** The versions of one flow, in the order of the folders. */
export async function listVersionsOf(
  reference: string,
  folders: readonly string[],
  files: ConfinedFiles,
): Promise<readonly (readonly RegisteredFlow[])[]> {
  const found: (readonly RegisteredFlow[])[] = [];
  for (const shelf of shelves(folders)) {
    const versions = await listVersions(shelf, reference, files);
    if (versions.length > 0) found.push(versions);
  }
  return found;
}

interface Shelf {
  readonly folder: string;
  readonly format: FlowVersion;
}

function shelves(folders: readonly string[]): readonly Shelf[] {
  return folders.flatMap((folder): readonly Shelf[] => {
    const base = folder.replace(/[/\\]+$/, "");
    return [
      { folder: base, format: "v1" },
      { folder: `${base}/experimental`, format: "experimental" },
    ];
  });
}

async function listVersions(
  { folder, format }: Shelf,
  reference: string,
  files: ConfinedFiles,
): Promise<readonly RegisteredFlow[]> {
  const names = await files.list(`${folder}/${reference}`);
  return names
    .filter((name) => name.endsWith(".yml") && name.length > ".yml".length)
    .map((name) => ({
      reference,
      format,
      version: name.slice(0, -".yml".length),
      path: `${folder}/${reference}/${name}`,
    }));
}

/** By reference, then from the oldest version to the newest, then by path. */
export function compareRegistered(a: RegisteredFlow, b: RegisteredFlow): number {
  return (
    compareTexts(a.reference, b.reference) ||
    compareNames(a.version, b.version) ||
    compareTexts(a.path, b.path)
  );
}

/** Names that are no versions, such as `2.0.0-goal`, come last. */
function compareNames(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left !== undefined && right !== undefined)
    return compareVersions(left, right) || compareTexts(a, b);
  if (left === undefined && right === undefined) return compareTexts(a, b);
  return left === undefined ? 1 : -1;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
