import type { Tree } from "../commit.ts";
import { comparePaths } from "../compare-paths.ts";
import { findRenames } from "./find-renames.ts";

/** How one file differs between two trees; `status` is the letter that git shows. */
export type FileChange =
  | { readonly status: "A"; readonly path: string; readonly after: string }
  | { readonly status: "D"; readonly path: string; readonly before: string }
  | { readonly status: "M"; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly status: "R";
      readonly path: string;
      readonly from: string;
      /** In percent. */
      readonly similarity: number;
      readonly before: string;
      readonly after: string;
    };

export interface DiffTreesOptions {
  /** Whether a file that is gone and a new one like it are one change, as for git without options; true by default. */
  readonly renames?: boolean;
  /** Looks only at these paths. */
  readonly includes?: (path: string) => boolean;
}

/** The files that differ, sorted by their (new) paths. */
export function diffTrees(
  before: Tree,
  after: Tree,
  { renames = true, includes = () => true }: DiffTreesOptions = {},
): readonly FileChange[] {
  if (before === after) return [];
  const gone = new Map<string, string>();
  const added = new Map<string, string>();
  const changes: FileChange[] = [];
  for (const [path, text] of before) {
    if (!includes(path)) continue;
    const now = after.get(path);
    if (now === undefined) gone.set(path, text);
    else if (now !== text) changes.push({ status: "M", path, before: text, after: now });
  }
  for (const [path, text] of after) {
    if (!before.has(path) && includes(path)) added.set(path, text);
  }
  if (renames && gone.size > 0 && added.size > 0) {
    for (const { from, to, similarity } of findRenames(gone, added)) {
      const old = gone.get(from) ?? "";
      const text = added.get(to) ?? "";
      changes.push({ status: "R", path: to, from, similarity, before: old, after: text });
      gone.delete(from);
      added.delete(to);
    }
  }
  for (const [path, text] of gone) changes.push({ status: "D", path, before: text });
  for (const [path, text] of added) changes.push({ status: "A", path, after: text });
  return changes.toSorted((one, other) => comparePaths(one.path, other.path));
}
