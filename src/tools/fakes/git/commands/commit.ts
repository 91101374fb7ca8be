import { commitOf, subjectOf } from "../../repository/commit-of.ts";
import type { Commit, Tree } from "../../repository/commit.ts";
import { shortStat } from "../../repository/diff/diff-stat.ts";
import { diffTrees } from "../../repository/diff/diff-trees.ts";
import { type CommandArgs, readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import type { GitCommand, GitSession } from "../git-session.ts";
import { headCommit, headTree } from "../git-state.ts";
import { addCommit } from "../move-head.ts";
import { shortId } from "../read-revision.ts";
import { gitDate } from "../text/git-date.ts";
import { modeLine } from "../text/mode-line.ts";
import { longStatus } from "../text/status-text.ts";
import { stage } from "./add.ts";

const noFiles: Tree = new Map();

/** `git commit`. */
export const commit: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-m": "message=",
    "--message": "message=",
    "-a": "all",
    "--all": "all",
    "--amend": "amend",
    "--no-edit": "no-edit",
    "--allow-empty": "allow-empty",
    "-q": "quiet",
    "--quiet": "quiet",
    "-n": "no-verify",
    "--no-verify": "no-verify",
    "--no-gpg-sign": "no-gpg-sign",
  });
  if (args === undefined || args.operands.length > 0 || args.paths !== undefined) return undefined;
  const old = args.has("amend") ? headCommit(session.git) : undefined;
  if (args.has("amend") && old === undefined) return fatal("You have nothing to amend.");
  const before = session.git;
  if (args.has("all")) {
    const index = stage(session, { matches: () => true, onlyKnown: true, isForced: false });
    session.git = { ...before, index };
  }
  const result = commitIndex(session, args, old);
  // What `-a` stages stays staged only in the commit.
  if (result?.exitCode !== 0) session.git = before;
  return result;
};

function commitIndex(
  session: GitSession,
  args: CommandArgs,
  old: Commit | undefined,
): GitResult | undefined {
  const base = old === undefined ? headTree(session.git) : parentTree(session, old);
  if (diffTrees(base, session.git.index).length === 0 && !args.has("allow-empty")) {
    // Git asks what is meant when nothing is left of a commit that is amended.
    return old === undefined ? { ...done(longStatus(session)), exitCode: 1 } : undefined;
  }
  const message = messageOf(args, old);
  if (message === undefined) return noEditor;
  if (message === "") return emptyMessage;
  const made = makeCommit(session, { message, old });
  addCommit(session, made);
  const shown = { base, isAmended: old !== undefined };
  return done(args.has("quiet") ? "" : summary(session, made, shown));
}

const emptyMessage: GitResult = {
  exitCode: 1,
  stdout: "",
  stderr: "Aborting commit due to empty commit message.\n",
};

const noEditor: GitResult = {
  exitCode: 1,
  stdout: "",
  stderr:
    "error: Terminal is dumb, but EDITOR unset\nPlease supply the message using either -m or -F option.\n",
};

function parentTree({ git }: GitSession, { parents }: Commit): Tree {
  return git.commits.get(parents[0] ?? "")?.tree ?? noFiles;
}

/** As git cleans it: no blank lines around it, one at most within, no spaces at the end of lines. */
function cleanMessage(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const joined = lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replaceAll(/^\n+|\n+$/g, "");
  return joined === "" ? "" : `${joined}\n`;
}

function messageOf(args: CommandArgs, old: Commit | undefined): string | undefined {
  const given = args.values("message");
  if (given.length > 0) return cleanMessage(given.join("\n\n"));
  // An editor that is not there leaves an amended message as it is only where none is asked for.
  return args.has("no-edit") ? old?.message : undefined;
}

function makeCommit(
  session: GitSession,
  { message, old }: { readonly message: string; readonly old: Commit | undefined },
): Commit {
  const { index: tree, user } = session.git;
  const at = session.tick();
  if (old === undefined) {
    const head = headCommit(session.git);
    return commitOf({
      tree,
      parents: head === undefined ? [] : [head.id],
      author: user,
      at,
      message,
    });
  }
  const { parents, author } = old;
  return commitOf({ tree, parents, author, at: old.at, committer: user, committedAt: at, message });
}

/** What `git commit` prints of what it made. */
function summary(
  { git }: GitSession,
  made: Commit,
  { base, isAmended }: { readonly base: Tree; readonly isAmended: boolean },
): string {
  const branch = git.head.type === "branch" ? git.head.name : "detached HEAD";
  const root = made.parents.length === 0 && !isAmended ? " (root-commit)" : "";
  const { name, email } = made.author;
  const committer = made.committer ?? made.author;
  const isOther = name !== committer.name || email !== committer.email;
  const changes = diffTrees(base, made.tree);
  return [
    `[${branch}${root} ${shortId(made.id)}] ${subjectOf(made)}\n`,
    ...(isOther ? [` Author: ${name} <${email}>\n`] : []),
    ...(isAmended ? [` Date: ${gitDate(made.at)}\n`] : []),
    shortStat(changes),
    ...changes.map(modeLine),
  ].join("");
}
