import type { FileChange } from "../../repository/diff/diff-trees.ts";
import { quotePath, quoteSpacedPath } from "../../repository/diff/quote-path.ts";
import type { GitSession } from "../git-session.ts";
import { currentBranch, type GitState, headId } from "../git-state.ts";
import { collapseUntracked } from "../paths/untracked.ts";
import { shortId } from "../read-revision.ts";
import { statusLines, type WorktreeStatus, worktreeStatus } from "../worktree-status.ts";
import { trackingText, upstreamDistance } from "./tracking-text.ts";

/** Which files that the repository does not know are shown: folders for what is in them, each, or none. */
export type UntrackedMode = "all" | "no" | "normal";

const labels: Readonly<Record<FileChange["status"], string>> = {
  A: "new file:   ",
  D: "deleted:    ",
  M: "modified:   ",
  R: "renamed:    ",
};

/** What `git status` prints; `git commit` prints it too, when there is nothing to commit. */
export function longStatus(session: GitSession, mode: UntrackedMode = "normal"): string {
  const { git } = session;
  const status = worktreeStatus(session);
  const untracked = shownUntracked(status, { git, mode });
  const isFirst = headId(git) === undefined;
  const tracking = trackingText(git);
  const sections = [
    ...section("Changes to be committed:", stagedHints(isFirst), status.staged.map(changeLine)),
    ...section(
      "Changes not staged for commit:",
      unstagedHints(status.unstaged.some((change) => change.status === "D")),
      status.unstaged.map(changeLine),
    ),
    ...section(
      "Untracked files:",
      ['  (use "git add <file>..." to include in what will be committed)'],
      untracked.map((path) => `\t${quotePath(path)}`),
    ),
  ];
  const lines = [
    headLine(git),
    ...(tracking === "" ? [] : [tracking]),
    ...(isFirst ? ["", "No commits yet", ""] : []),
    ...sections,
  ];
  const last = lastLine(status, { hasUntracked: untracked.length > 0, isFirst, mode });
  return lines.map((line) => `${line}\n`).join("") + last;
}

/** Lines of a section, and an empty one; nothing where there is nothing to show. */
function section(
  title: string,
  hints: readonly string[],
  lines: readonly string[],
): readonly string[] {
  return lines.length === 0 ? [] : [title, ...hints, ...lines, ""];
}

function stagedHints(isFirst: boolean): readonly string[] {
  const command = isFirst ? "git rm --cached" : "git restore --staged";
  return [`  (use "${command} <file>..." to unstage)`];
}

function unstagedHints(hasDeleted: boolean): readonly string[] {
  return [
    `  (use "git add${hasDeleted ? "/rm" : ""} <file>..." to update what will be committed)`,
    '  (use "git restore <file>..." to discard changes in working directory)',
  ];
}

function changeLine(change: FileChange): string {
  const name = quotePath(change.path);
  return `\t${labels[change.status]}${change.status === "R" ? `${quotePath(change.from)} -> ` : ""}${name}`;
}

/** Where HEAD is, in words. */
export function headLine(git: GitState): string {
  const { head } = git;
  if (head.type === "branch") return `On branch ${head.name}`;
  return `HEAD detached ${head.id === head.at ? "at" : "from"} ${head.label ?? shortId(head.at)}`;
}

function lastLine(
  { staged, unstaged }: WorktreeStatus,
  context: {
    readonly hasUntracked: boolean;
    readonly isFirst: boolean;
    readonly mode: UntrackedMode;
  },
): string {
  if (staged.length > 0) {
    return context.mode === "no"
      ? "Untracked files not listed (use -u option to show untracked files)\n"
      : "";
  }
  if (unstaged.length > 0)
    return 'no changes added to commit (use "git add" and/or "git commit -a")\n';
  if (context.hasUntracked) {
    return 'nothing added to commit but untracked files present (use "git add" to track)\n';
  }
  if (context.isFirst) return 'nothing to commit (create/copy files and use "git add" to track)\n';
  if (context.mode === "no") return "nothing to commit (use -u to show untracked files)\n";
  return "nothing to commit, working tree clean\n";
}

function shownUntracked(
  { untracked }: WorktreeStatus,
  { git, mode }: { readonly git: GitState; readonly mode: UntrackedMode },
): readonly string[] {
  if (mode === "no") return [];
  return mode === "all" ? untracked : collapseUntracked(untracked, git.index);
}

/** What `git status --short` prints, with `--branch` its first line. */
export function shortStatus(
  session: GitSession,
  { mode, hasBranch }: { readonly mode: UntrackedMode; readonly hasBranch: boolean },
): string {
  const status = worktreeStatus(session);
  const untracked = shownUntracked(status, { git: session.git, mode });
  const lines = statusLines(status, untracked).map(({ path, from, code }) => {
    const old = from === undefined ? "" : `${quoteSpacedPath(from)} -> `;
    return `${code} ${old}${quoteSpacedPath(path)}`;
  });
  return [...(hasBranch ? [branchLine(session.git)] : []), ...lines]
    .map((line) => `${line}\n`)
    .join("");
}

function branchLine(git: GitState): string {
  const branch = currentBranch(git);
  if (branch === undefined) return "## HEAD (no branch)";
  const distance = upstreamDistance(git);
  const start = headId(git) === undefined ? "## No commits yet on " : "## ";
  if (distance === undefined) return `${start}${branch}`;
  const { upstream, ahead, behind } = distance;
  const parts = [
    ...(ahead === undefined ? ["gone"] : []),
    ...(ahead !== undefined && ahead > 0 ? [`ahead ${ahead}`] : []),
    ...(behind !== undefined && behind > 0 ? [`behind ${behind}`] : []),
  ];
  return `${start}${branch}...${upstream}${parts.length === 0 ? "" : ` [${parts.join(", ")}]`}`;
}
