import type { Tree } from "../commit.ts";
import { diffTrees, type DiffTreesOptions } from "./diff-trees.ts";
import { filePatch } from "./file-patch.ts";

export interface UnifiedDiffOptions extends DiffTreesOptions {
  /** Lines shown around a change; 3 by default. */
  readonly context?: number;
}

/** What `git diff` prints of two trees; empty where they are equal. */
export function unifiedDiff(before: Tree, after: Tree, options: UnifiedDiffOptions = {}): string {
  return diffTrees(before, after, options)
    .map((change) => filePatch(change, options.context))
    .join("");
}
