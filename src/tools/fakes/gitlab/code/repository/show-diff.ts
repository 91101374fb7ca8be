import type { JsonObject } from "../../../../../core/json.ts";
import type { Tree } from "../../../repository/commit.ts";
import { countLines } from "../../../repository/diff/diff-stat.ts";
import { diffTrees, type FileChange } from "../../../repository/diff/diff-trees.ts";
import { isBinary } from "../../../repository/diff/file-patch.ts";
import { hunkText } from "../../../repository/diff/hunk-text.ts";

/** One file of a difference, as the REST API shows it: hunks without git's header. */
export interface FileDiff {
  readonly oldPath: string;
  readonly newPath: string;
  readonly kind: "changed" | "deleted" | "new" | "renamed";
  readonly diff: string;
}

/** How two trees differ, file by file. */
export function fileDiffs(before: Tree, after: Tree): readonly FileDiff[] {
  return diffTrees(before, after).map(toFileDiff);
}

const kinds = { A: "new", D: "deleted", M: "changed", R: "renamed" } as const;

function toFileDiff(change: FileChange): FileDiff {
  const before = change.status === "A" ? "" : change.before;
  const after = change.status === "D" ? "" : change.after;
  const oldPath = change.status === "R" ? change.from : change.path;
  const text = isBinary(before) || isBinary(after);
  return {
    oldPath,
    newPath: change.path,
    kind: kinds[change.status],
    diff: text
      ? `Binary files a/${oldPath} and b/${change.path} differ\n`
      : hunkText(before, after),
  };
}

const fileMode = "100644";

/** A file of a difference as the REST API shows it. */
export function showDiff({ oldPath, newPath, kind, diff }: FileDiff): JsonObject {
  return {
    diff,
    collapsed: false,
    too_large: false,
    new_path: newPath,
    old_path: oldPath,
    a_mode: kind === "new" ? "0" : fileMode,
    b_mode: kind === "deleted" ? "0" : fileMode,
    new_file: kind === "new",
    renamed_file: kind === "renamed",
    deleted_file: kind === "deleted",
    generated_file: false,
  };
}

/** Lines that a commit adds and takes away. */
export function diffStats(before: Tree, after: Tree): JsonObject {
  const counts = diffTrees(before, after).map(countLines);
  const additions = counts.reduce((sum, count) => sum + (count?.added ?? 0), 0);
  const deletions = counts.reduce((sum, count) => sum + (count?.deleted ?? 0), 0);
  return { additions, deletions, total: additions + deletions };
}
