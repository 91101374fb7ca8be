import type { Commit } from "../repository/commit.ts";
import { comparePaths } from "../repository/compare-paths.ts";
import { done, failed, type GitResult } from "./git-result.ts";
import type { GitSession } from "./git-session.ts";
import { headTree } from "./git-state.ts";
import { place } from "./move-head.ts";
import { readPathspec } from "./paths/pathspec.ts";
import { shortId } from "./read-revision.ts";

export interface Restoring {
  readonly paths: readonly string[];
  /** Undefined for the index, or for HEAD where the index is restored. */
  readonly source: Commit | undefined;
  readonly targets: readonly ("index" | "worktree")[];
  /** Whether what the source has not is left as it is. */
  readonly isOverlay: boolean;
  /** Whether it says how many paths it changed. */
  readonly says: "count" | "nothing";
}

/** Puts files back to what they are in the index or in a commit. */
export function restorePaths(session: GitSession, restoring: Restoring): GitResult | undefined {
  const { paths, source, targets, isOverlay } = restoring;
  const spec = readPathspec(paths);
  if (spec === undefined) return undefined;
  if (spec.type === "refused") return spec.result;
  const { git, files } = session;
  const fromIndex = source === undefined && !targets.includes("index");
  const tree = source?.tree ?? (fromIndex ? git.index : headTree(git));
  const known = isOverlay ? [...tree.keys()] : [...new Set([...tree.keys(), ...git.index.keys()])];
  const missing = spec.patterns.find(
    ({ path, matches }) => path !== "" && !known.some((other) => matches(other)),
  );
  if (missing !== undefined) {
    return failed(`pathspec '${missing.text}' did not match any file(s) known to git`);
  }
  const nextFiles = new Map(files);
  const nextIndex = new Map(git.index);
  let count = 0;
  for (const path of known.filter(spec.matches).toSorted(comparePaths)) {
    const text = tree.get(path);
    const isOther = targets.includes("index")
      ? git.index.get(path) !== text
      : files.get(path) !== text;
    if (isOther) count += 1;
    if (targets.includes("index")) place(nextIndex, path, text);
    if (targets.includes("worktree")) place(nextFiles, path, text);
  }
  session.files = nextFiles;
  session.git = { ...git, index: nextIndex };
  if (restoring.says === "nothing") return done();
  const from = source === undefined ? "the index" : shortId(source.id);
  return done("", `Updated ${count} ${count === 1 ? "path" : "paths"} from ${from}\n`);
}
