import type { Commit, Tree } from "../repository/commit.ts";
import { comparePaths } from "../repository/compare-paths.ts";
import type { GitResult } from "./git-result.ts";
import type { GitSession } from "./git-session.ts";
import { type Head, headTree, withEntry } from "./git-state.ts";
import { ignoreRules } from "./paths/ignore-rules.ts";
import { foldersOf } from "./paths/untracked.ts";

/** The files and the index after moving to another tree, with what was changed but not committed kept. */
interface Moved {
  readonly files: Tree;
  readonly index: Tree;
}

/** What a move would lose, by what is wrong with it. */
interface Conflicts {
  readonly changed: string[];
  /** New files where the target has others. */
  readonly overwritten: string[];
  /** Files that were only taken out of the index, and that the target has not. */
  readonly removed: string[];
  /** Folders with new files in them, where the target has a file. */
  readonly folders: string[];
}

/**
 * Moves files and index from HEAD's tree to another as `git checkout` and a fast-forward do: only what differs
 * between the two is touched, and nothing that is not committed is lost.
 *
 * @returns what refuses it; undefined where it was done
 */
export function moveTo(
  session: GitSession,
  target: Tree,
  doing: "checkout" | "merge",
): GitResult | undefined {
  const moved = planMove(session, target);
  if ("changed" in moved) return refusal(moved, doing);
  session.files = moved.files;
  session.git = { ...session.git, index: moved.index };
  return undefined;
}

function planMove({ files, git }: GitSession, target: Tree): Conflicts | Moved {
  const from = headTree(git);
  const nextFiles = new Map(files);
  const nextIndex = new Map(git.index);
  const conflicts: Conflicts = { changed: [], overwritten: [], removed: [], folders: [] };
  const isNew = newFileTest(files, from);
  for (const path of new Set([...from.keys(), ...target.keys()])) {
    const states = {
      old: from.get(path),
      wanted: target.get(path),
      staged: git.index.get(path),
      now: files.get(path),
    };
    const { old, wanted, staged, now } = states;
    if (old === wanted || (staged !== undefined && staged === wanted)) continue;
    if (staged === undefined && wanted === undefined) {
      if (now !== undefined) conflicts.removed.push(path);
    } else if (staged !== old || (staged !== undefined && now !== undefined && now !== staged)) {
      conflicts.changed.push(path);
    } else if (wanted !== undefined && staged === undefined) {
      conflicts.overwritten.push(...[path, ...foldersOf(path)].filter(isNew));
      if ([...files.keys()].some((other) => other.startsWith(`${path}/`) && isNew(other))) {
        conflicts.folders.push(path);
      }
    }
    place(nextFiles, path, wanted);
    place(nextIndex, path, wanted);
  }
  const isRefused = Object.values(conflicts).some((paths: readonly string[]) => paths.length > 0);
  return isRefused ? conflicts : { files: nextFiles, index: nextIndex };
}

/** Whether a file is there that nobody committed, and that no `.gitignore` gives up. */
function newFileTest(files: Tree, from: Tree): (path: string) => boolean {
  const isIgnored = ignoreRules(files);
  return (path) => files.has(path) && !from.has(path) && !isIgnored(path);
}

/** Puts a file in its place, or takes it away; what stands where it or its folders are to be, goes. */
export function place(tree: Map<string, string>, path: string, text: string | undefined): void {
  if (text === undefined) {
    tree.delete(path);
    return;
  }
  for (const folder of foldersOf(path)) tree.delete(folder);
  for (const other of tree.keys()) if (other.startsWith(`${path}/`)) tree.delete(other);
  tree.set(path, text);
}

function refusal(conflicts: Conflicts, doing: "checkout" | "merge"): GitResult {
  const next = doing === "merge" ? "merge" : "switch branches";
  const parts = [
    conflictText(conflicts.changed, {
      what: `Your local changes to the following files would be overwritten by ${doing}:`,
      advice: `Please commit your changes or stash them before you ${next}.`,
    }),
    conflictText(conflicts.folders, {
      what: "Updating the following directories would lose untracked files in them:",
      advice: "",
    }),
    conflictText(conflicts.removed, {
      what: `The following untracked working tree files would be removed by ${doing}:`,
      advice: `Please move or remove them before you ${next}.`,
    }),
    conflictText(conflicts.overwritten, {
      what: `The following untracked working tree files would be overwritten by ${doing}:`,
      advice: `Please move or remove them before you ${next}.`,
    }),
  ];
  return { exitCode: 1, stdout: "", stderr: `${parts.join("")}Aborting\n` };
}

function conflictText(
  paths: readonly string[],
  { what, advice }: { readonly what: string; readonly advice: string },
): string {
  if (paths.length === 0) return "";
  const listed = [...new Set(paths)].toSorted(comparePaths).map((path) => `\t${path}\n`);
  return `error: ${what}\n${listed.join("")}${advice}\n`;
}

/** Points HEAD elsewhere, and remembers where it was. */
export function setHead(session: GitSession, head: Head): void {
  session.git = { ...session.git, head, previous: session.git.head };
}

/** Adds a commit and points HEAD, or the branch that it is on, to it. */
export function addCommit(session: GitSession, commit: Commit): void {
  const { git } = session;
  const commits = withEntry(git.commits, commit.id, commit);
  session.git = { ...git, commits };
  pointHead(session, commit.id);
}

/** Points HEAD, or the branch that it is on, to a commit. */
export function pointHead(session: GitSession, id: string): void {
  const { git } = session;
  session.git =
    git.head.type === "branch"
      ? { ...git, branches: withEntry(git.branches, git.head.name, id) }
      : { ...git, head: { ...git.head, id } };
}
