import { isAncestor } from "../../repository/commit-graph.ts";
import type { Commit } from "../../repository/commit.ts";
import { diffStat } from "../../repository/diff/diff-stat.ts";
import { diffTrees } from "../../repository/diff/diff-trees.ts";
import { type CommandArgs, readArgs } from "../command-args.ts";
import { fetchRemote } from "../fetch-remote.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import { type GitCommand, type GitSession, remoteName } from "../git-session.ts";
import { currentBranch, finder, headCommit } from "../git-state.ts";
import { moveTo, pointHead } from "../move-head.ts";
import { otherRemote } from "../other-remote.ts";
import { shortId } from "../read-revision.ts";
import { modeLine } from "../text/mode-line.ts";

/** `git pull`, as far as it is a fast-forward. */
export const pull: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "--ff-only": "ff-only",
    "--rebase": "rebase",
    "-r": "rebase",
    "--no-rebase": "merge",
  });
  if (args === undefined || args.paths !== undefined) return undefined;
  const [name = remoteName, branch, ...rest] = args.operands;
  if (rest.length > 0 || branch?.includes(":") === true) return undefined;
  if (name !== remoteName) return otherRemote(session, name);
  const current = currentBranch(session.git);
  const upstream = branch ?? session.git.upstreams.get(current ?? "");
  if (upstream === undefined) {
    const answer = noUpstream(session, current);
    // It asks the remote first, and only then where to go on.
    return answer && { ...answer, stderr: fetchRemote(session) + answer.stderr };
  }
  const target = session.remote.branch(upstream);
  if (target === undefined) {
    if (branch !== undefined) return fatal(`couldn't find remote ref ${branch}`);
    return undefined;
  }
  const before = session.git;
  const told = fetchRemote(session, branch === undefined ? {} : { branch });
  const merged = fastForward(session, target, args);
  // What is not kept leaves nothing behind.
  if (merged === undefined) session.git = before;
  return merged && { ...merged, stderr: told + merged.stderr };
};

function noUpstream({ git }: GitSession, current: string | undefined): GitResult | undefined {
  if (current === undefined || !git.branches.has(current)) return undefined;
  const stderr = [
    "There is no tracking information for the current branch.",
    "Please specify which branch you want to merge with.",
    "See git-pull(1) for details.",
    "",
    "    git pull <remote> <branch>",
    "",
    "If you wish to set tracking information for this branch you can do so with:",
    "",
    `    git branch --set-upstream-to=${remoteName}/<branch> ${current}`,
    "",
  ];
  return { exitCode: 1, stdout: "", stderr: stderr.map((line) => `${line}\n`).join("") };
}

function fastForward(
  session: GitSession,
  target: Commit,
  args: CommandArgs,
): GitResult | undefined {
  const { git } = session;
  const head = headCommit(git);
  if (head === undefined) return undefined;
  const find = finder(git);
  if (isAncestor(find, target.id, head.id)) {
    const isRebase = args.has("rebase");
    return done(
      isRebase
        ? `Current branch ${currentBranch(git) ?? "HEAD"} is up to date.\n`
        : "Already up to date.\n",
    );
  }
  if (!isAncestor(find, head.id, target.id)) return diverged(args);
  const updating = `Updating ${shortId(head.id)}..${shortId(target.id)}\n`;
  const refused = moveTo(session, target.tree, "merge");
  if (refused !== undefined) return { ...refused, stdout: updating };
  pointHead(session, target.id);
  const changes = diffTrees(head.tree, target.tree);
  const modes = changes.filter(({ status }) => status !== "M").map(modeLine);
  return done(`${updating}Fast-forward\n${diffStat(changes)}${modes.join("")}`);
}

/** A merge or a rebase is not kept; without one of them, git asks which is meant. */
function diverged(args: CommandArgs): GitResult | undefined {
  if (args.has("rebase") || args.has("merge")) return undefined;
  if (args.has("ff-only")) return fatal("Not possible to fast-forward, aborting.");
  const hints = [
    "You have divergent branches and need to specify how to reconcile them.",
    "You can do so by running one of the following commands sometime before",
    "your next pull:",
    "",
    "  git config pull.rebase false  # merge",
    "  git config pull.rebase true   # rebase",
    "  git config pull.ff only       # fast-forward only",
    "",
    'You can replace "git config" with "git config --global" to set a default',
    "preference for all repositories. You can also pass --rebase, --no-rebase,",
    "or --ff-only on the command line to override the configured default per",
    "invocation.",
  ];
  const result = fatal("Need to specify how to reconcile divergent branches.");
  return {
    ...result,
    stderr: hints.map((line) => `hint: ${line}`).join("\n") + `\n${result.stderr}`,
  };
}
