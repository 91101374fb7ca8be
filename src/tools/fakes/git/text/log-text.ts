import type { Commit, Tree } from "../../repository/commit.ts";
import { diffTrees } from "../../repository/diff/diff-trees.ts";
import type { GitState } from "../git-state.ts";
import { type DiffStyle, diffText } from "./diff-text.ts";
import { commitText, type DateForm, type LogFormat } from "./log-format.ts";

/** How `git log` and `git show` show commits. */
export interface LogStyle {
  readonly format: LogFormat;
  readonly date: DateForm;
  readonly diff: DiffStyle;
  /** Looks only at the changes of these paths. */
  readonly includes: (path: string) => boolean;
}

const noFiles: Tree = new Map();

/** Commits, one after the other. */
export function logText(commits: readonly Commit[], git: GitState, style: LogStyle): string {
  const { format } = style;
  const isSeparated =
    format.type !== "oneline" && !(format.type === "custom" && format.separator === "after");
  return commits.map((commit) => entry(commit, git, style)).join(isSeparated ? "\n" : "");
}

function entry(commit: Commit, git: GitState, style: LogStyle): string {
  const { format, date } = style;
  const changes = changesText(commit, git, style);
  const head = commitText(commit, format, { git, date });
  if (format.type === "custom") {
    if (format.text === "") return changes;
    const end = format.separator === "after" ? "\n" : "";
    return `${head}${end}${changes === "" ? "" : `\n${changes}`}`;
  }
  const gap = format.type === "oneline" || changes === "" ? "" : "\n";
  return `${head}${gap}${changes}`;
}

/** What a commit changed; of a merge, nothing is shown, as by git. */
function changesText(commit: Commit, { commits }: GitState, { diff, includes }: LogStyle): string {
  if (diff.form === "none" || commit.parents.length > 1) return "";
  const parent = commits.get(commit.parents[0] ?? "");
  const { renames } = diff;
  return diffText(diffTrees(parent?.tree ?? noFiles, commit.tree, { renames, includes }), diff);
}
