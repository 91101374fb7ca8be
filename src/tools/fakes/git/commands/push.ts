import { history, isAncestor } from "../../repository/commit-graph.ts";
import { readArgs } from "../command-args.ts";
import { done, fatal, type GitResult } from "../git-result.ts";
import { type GitCommand, type GitSession, remoteName } from "../git-session.ts";
import { currentBranch, finder, withEntry } from "../git-state.ts";
import { otherRemote } from "../other-remote.ts";
import type { PushRefs } from "../push-refs.ts";
import { readRevision } from "../read-revision.ts";
import { trackingSet } from "../switch-branch.ts";
import { hintOf, pushedText, rejectedText, remoteWords } from "../text/push-text.ts";

/** How a push may replace what the remote has. */
export type PushForce = "always" | "lease" | "never";

/** `git push`, of one branch. */
export const push: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-u": "upstream",
    "--set-upstream": "upstream",
    "-f": "force",
    "--force": "force",
    "--force-with-lease": "lease",
    "--no-verify": "no-verify",
  });
  if (args === undefined || args.paths !== undefined) return undefined;
  const [name = remoteName, refspec, ...rest] = args.operands;
  if (rest.length > 0) return undefined;
  if (name !== remoteName) return elsewhere(session, name, refspec);
  const refs = refspec === undefined ? usualRefs(session) : readRefspec(session, refspec);
  if (refs === undefined || "exitCode" in refs) return refs;
  const isForced = args.has("force") || refspec?.startsWith("+") === true;
  const force = isForced ? "always" : args.has("lease") ? "lease" : "never";
  const result = send(session, refs, force);
  const setsUpstream = args.has("upstream") && refs.local !== undefined && result.exitCode === 0;
  if (!setsUpstream) return result;
  const { git } = session;
  session.git = { ...git, upstreams: withEntry(git.upstreams, refs.local, refs.to) };
  return { ...result, stdout: trackingSet(refs.local, refs.to) };
};

/** What is to be pushed is looked at before the remote is. */
function elsewhere(
  session: GitSession,
  remote: string,
  refspec: string | undefined,
): GitResult | undefined {
  const told = otherRemote(session, remote);
  if (told === undefined || refspec === undefined) return told;
  const { from } = refspecParts(refspec);
  const isThere = from === "" || readRevision(session.git, from) !== undefined;
  return isThere ? told : noSource(from, remote);
}

/** Without a branch, git pushes the current one to its upstream, if that has the same name. */
function usualRefs({ git }: GitSession): GitResult | PushRefs {
  const local = currentBranch(git);
  if (local === undefined) {
    return fatal(
      `You are not currently on a branch.\nTo push the history leading to the current (detached HEAD)\nstate now, use\n\n    git push ${remoteName} HEAD:<name-of-remote-branch>\n`,
    );
  }
  const to = git.upstreams.get(local);
  if (to === undefined) {
    return fatal(
      `The current branch ${local} has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream ${remoteName} ${local}\n\nTo have this happen automatically for branches without a tracking\nupstream, see 'push.autoSetupRemote' in 'git help config'.\n`,
    );
  }
  if (to !== local) {
    return fatal(
      `The upstream branch of your current branch does not match\nthe name of your current branch.  To push to the upstream branch\non the remote, use\n\n    git push ${remoteName} HEAD:${to}\n\nTo push to the branch of the same name on the remote, use\n\n    git push ${remoteName} HEAD\n\nTo choose either option permanently, see push.default in 'git help config'.\n\nTo avoid automatically configuring an upstream branch when its name\nwon't match the local branch, see option 'simple' of branch.autoSetupMerge\nin 'git help config'.\n`,
    );
  }
  const commit = git.commits.get(git.branches.get(local) ?? "");
  return commit === undefined ? fatal("bad revision 'HEAD'") : { commit, from: local, local, to };
}

function readRefspec(session: GitSession, text: string): GitResult | PushRefs | undefined {
  const { git, remote } = session;
  const { from, target } = refspecParts(text);
  if (from === "" || target === "") return undefined;
  const current = from === "HEAD" || from === "@" ? currentBranch(git) : undefined;
  const plain = from.replace(/^refs\/heads\//, "");
  const local = current ?? (git.branches.has(plain) ? plain : undefined);
  const commit = readRevision(git, from);
  if (commit === undefined) return noSource(from, remote.url);
  const to = target?.replace(/^refs\/heads\//, "") ?? local;
  // A commit that is no branch's needs to be told where it goes.
  return to === undefined || target?.startsWith("refs/tags/") === true
    ? undefined
    : { commit, from: current === undefined ? plain : from === "@" ? "HEAD" : from, local, to };
}

function refspecParts(text: string): {
  readonly from: string;
  readonly target: string | undefined;
} {
  const [, from = "", target] = /^\+?([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  return { from, target };
}

function noSource(from: string, remote: string): GitResult {
  const stderr = `error: src refspec ${from} does not match any\nerror: failed to push some refs to '${remote}'\n`;
  return { exitCode: 1, stdout: "", stderr };
}

function send(session: GitSession, refs: PushRefs, force: PushForce): GitResult {
  const { git, remote } = session;
  const { commit, to } = refs;
  const before = remote.branch(to);
  if (before?.id === commit.id) {
    noteTracking(session, to, commit.id);
    return done("", "Everything up-to-date\n");
  }
  const rejected = rejection(session, refs, force);
  if (rejected !== undefined) {
    return {
      exitCode: 1,
      stdout: "",
      stderr:
        rejectedText(remote.url, refs, rejected) +
        hintOf(rejected, currentBranch(git) === refs.local),
    };
  }
  session.sent("git-receive-pack", to);
  const isFastForward = before === undefined || isAncestor(finder(git), before.id, commit.id);
  const commits = history(finder(git), commit.id).filter(
    ({ id }) => remote.commit(id) === undefined,
  );
  const refused = remote.push(to, commit.id, commits.toReversed(), !isFastForward);
  if (refused !== undefined) {
    const words = `remote: GitLab: ${refused}\n`;
    return {
      exitCode: 1,
      stdout: "",
      stderr: words + rejectedText(remote.url, refs, "pre-receive hook declined"),
    };
  }
  noteTracking(session, to, commit.id);
  const moved = { before, isFastForward };
  return done("", remoteWords(remote, to) + pushedText(remote.url, refs, moved));
}

function noteTracking(session: GitSession, branch: string, id: string): void {
  const { git } = session;
  session.git = { ...git, tracking: withEntry(git.tracking, branch, id) };
}

/** Why git itself does not push: the remote has what would be lost. */
function rejection(
  { git, remote }: GitSession,
  { commit, to }: PushRefs,
  force: PushForce,
): "fetch first" | "non-fast-forward" | "stale info" | undefined {
  const before = remote.branch(to);
  if (before === undefined || force === "always") return undefined;
  if (force === "lease") return git.tracking.get(to) === before.id ? undefined : "stale info";
  if (!git.commits.has(before.id)) return "fetch first";
  return isAncestor(finder(git), before.id, commit.id) ? undefined : "non-fast-forward";
}
