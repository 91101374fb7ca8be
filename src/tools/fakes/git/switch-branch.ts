import { isAncestor } from "../repository/commit-graph.ts";
import { subjectOf } from "../repository/commit-of.ts";
import type { Commit } from "../repository/commit.ts";
import { comparePaths } from "../repository/compare-paths.ts";
import { quotePath } from "../repository/diff/quote-path.ts";
import { done, fatal, type GitResult } from "./git-result.ts";
import { type GitSession, remoteName } from "./git-session.ts";
import { finder, type GitState, headCommit, headTree, withEntry } from "./git-state.ts";
import { moveTo, setHead } from "./move-head.ts";
import { isBranchName, readRevision, shortId } from "./read-revision.ts";
import { trackingText } from "./text/tracking-text.ts";

/** Moves to a branch that is there. */
export function toBranch(session: GitSession, name: string): GitResult {
  const { git } = session;
  if (git.head.type === "branch" && git.head.name === name) {
    // Git counts that as a move, which `-` goes back to.
    setHead(session, git.head);
    return done(keptChanges(session) + trackingText(git), `Already on '${name}'\n`);
  }
  const target = git.commits.get(git.branches.get(name) ?? "");
  const refused = target && moveTo(session, target.tree, "checkout");
  if (refused !== undefined) return refused;
  const kept = leavingText(git, target);
  setHead(session, { type: "branch", name });
  const stdout = keptChanges(session) + trackingText(session.git);
  return done(stdout, `${kept}Switched to branch '${name}'\n`);
}

/** Makes a branch and moves to it: from a commit, or from where HEAD is. */
export function toNewBranch(session: GitSession, name: string, start?: string): GitResult {
  const { git } = session;
  if (!isBranchName(name)) return fatal(`'${name}' is not a valid branch name`);
  const target = start === undefined ? headCommit(git) : readRevision(git, start);
  if (start !== undefined && target === undefined) {
    return fatal(`'${start}' is not a commit and a branch '${name}' cannot be created from it`);
  }
  if (git.branches.has(name)) return fatal(`a branch named '${name}' already exists`);
  if (target === undefined) {
    setHead(session, { type: "branch", name });
    return done("", `Switched to a new branch '${name}'\n`);
  }
  const refused = start === undefined ? undefined : moveTo(session, target.tree, "checkout");
  if (refused !== undefined) return refused;
  const upstream = start === undefined ? undefined : trackedName(git, start);
  session.git = {
    ...session.git,
    branches: withEntry(git.branches, name, target.id),
    ...(upstream !== undefined && { upstreams: withEntry(git.upstreams, name, upstream) }),
  };
  setHead(session, { type: "branch", name });
  const set = upstream === undefined ? "" : trackingSet(name, upstream);
  const kept = start === undefined ? "" : keptChanges(session);
  return done(kept + set, `Switched to a new branch '${name}'\n`);
}

/** What git says when a branch is given an upstream. */
export function trackingSet(name: string, upstream: string): string {
  return `branch '${name}' set up to track '${remoteName}/${upstream}'.\n`;
}

/** The branch of the remote that a name stands for. */
export function trackedName({ tracking }: GitState, name: string): string | undefined {
  const short = name.startsWith(`${remoteName}/`) ? name.slice(remoteName.length + 1) : undefined;
  return short !== undefined && tracking.has(short) ? short : undefined;
}

/** Moves to a commit, away from every branch. */
export function toCommit(session: GitSession, name: string, target: Commit): GitResult {
  const { git } = session;
  const refused = moveTo(session, target.tree, "checkout");
  if (refused !== undefined) return refused;
  const isMoved = headCommit(git)?.id !== target.id;
  const kept = isMoved ? leavingText(git, target) : "";
  const tracked = trackedName(git, name);
  setHead(session, {
    type: "detached",
    id: target.id,
    at: target.id,
    ...(tracked !== undefined && { label: name }),
  });
  return done(keptChanges(session), `${kept}${positionText("HEAD is now at", target)}`);
}

/** `HEAD is now at 1a2b3c4 Fix sum`. */
export function positionText(words: string, commit: Commit): string {
  return `${words} ${shortId(commit.id)} ${subjectOf(commit)}\n`;
}

/** Where HEAD was while it was on no branch; commits that only it led to are named, so that they are not lost. */
function leavingText(git: GitState, target: Commit | undefined): string {
  const left = headCommit(git);
  if (git.head.type === "branch" || left === undefined || left.id === target?.id) return "";
  const heads = [
    ...git.branches.values(),
    ...git.tracking.values(),
    ...(target === undefined ? [] : [target.id]),
  ];
  if (heads.some((head) => isAncestor(finder(git), left.id, head))) {
    return positionText("Previous HEAD position was", left);
  }
  const lost: Commit[] = [];
  let commit: Commit | undefined = left;
  while (commit !== undefined) {
    const { id } = commit;
    if (heads.some((head) => isAncestor(finder(git), id, head))) break;
    lost.push(commit);
    commit = git.commits.get(commit.parents[0] ?? "");
  }
  const [commits, it] = lost.length === 1 ? ["1 commit", "it"] : [`${lost.length} commits`, "them"];
  const lines = [
    `Warning: you are leaving ${commits} behind, not connected to`,
    "any of your branches:",
    "",
    ...lost.slice(0, 4).map((each) => `  ${shortId(each.id)} ${subjectOf(each)}`),
    ...(lost.length > 4 ? [` ... and ${lost.length - 4} more.`] : []),
    "",
    `If you want to keep ${it} by creating a new branch, this may be a good time`,
    "to do so with:",
    "",
    ` git branch <new-branch-name> ${shortId(left.id)}`,
    "",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** What is changed and came along: a letter and the path. */
export function keptChanges({ files, git }: GitSession): string {
  const before = headTree(git);
  const paths = [...new Set([...before.keys(), ...git.index.keys()])].toSorted(comparePaths);
  return paths
    .flatMap((path) => {
      const old = before.get(path);
      const now = git.index.has(path) ? files.get(path) : undefined;
      if (old === now) return [];
      const letter = old === undefined ? "A" : now === undefined ? "D" : "M";
      return [`${letter}\t${quotePath(path)}\n`];
    })
    .join("");
}
