import { readArgs } from "../command-args.ts";
import { done, failed, fatal, type GitResult } from "../git-result.ts";
import { type GitCommand, type GitSession, remoteName } from "../git-session.ts";
import { headCommit } from "../git-state.ts";
import { readRevision } from "../read-revision.ts";
import { restorePaths } from "../restore-paths.ts";
import { keptChanges, toBranch, toCommit, toNewBranch } from "../switch-branch.ts";
import { trackingText } from "../text/tracking-text.ts";

/** `git checkout`: branches, commits, and files. */
export const checkout: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-b": "new=",
    "-q": "quiet",
    "--quiet": "quiet",
    "-f": "force",
    "--force": "force",
    "--track": "track",
    "-t": "track",
  });
  if (args === undefined || args.has("force") || args.has("track")) return undefined;
  const { operands, paths } = args;
  const name = args.value("new");
  const result = ((): GitResult | undefined => {
    if (name !== undefined) {
      return paths === undefined && operands.length < 2
        ? toNewBranch(session, name, operands[0])
        : undefined;
    }
    if (paths !== undefined) {
      if (operands.length > 1) return undefined;
      return paths.length === 0
        ? moveOnly(session, operands)
        : quiet(restoreFiles(session, operands[0], paths));
    }
    const [first, ...rest] = operands;
    if (first === undefined) return undefined;
    if (rest.length === 0) return move(session, first) ?? restoreFiles(session, undefined, [first]);
    return readRevision(session.git, first) === undefined
      ? restoreFiles(session, undefined, operands)
      : restoreFiles(session, first, rest);
  })();
  return args.has("quiet") ? quiet(result) : result;
};

function quiet(result: GitResult | undefined): GitResult | undefined {
  return result?.exitCode === 0 ? done() : result;
}

function moveOnly(session: GitSession, operands: readonly string[]): GitResult | undefined {
  const [name] = operands;
  if (name === undefined) return undefined;
  return move(session, name) ?? fatal(`invalid reference: ${name}`);
}

/** Undefined where the name is neither a branch nor a commit. */
function move(session: GitSession, name: string): GitResult | undefined {
  const { git } = session;
  if (name === "-") {
    return moveBack(session) ?? failed("pathspec '-' did not match any file(s) known to git");
  }
  if (name === "HEAD" && headCommit(git) !== undefined) {
    return done(keptChanges(session) + trackingText(git));
  }
  const isOn = git.head.type === "branch" && git.head.name === name;
  if (git.branches.has(name) || isOn) return toBranch(session, name);
  const commit = readRevision(git, name);
  if (commit !== undefined) return toCommit(session, name, commit);
  return git.tracking.has(name) && !session.files.has(name)
    ? toNewBranch(session, name, `${remoteName}/${name}`)
    : undefined;
}

/** Moves to where HEAD was before: `-`. Undefined where it was nowhere else. */
export function moveBack(session: GitSession): GitResult | undefined {
  const { previous, branches, commits } = session.git;
  if (previous?.type === "branch" && branches.has(previous.name)) {
    return toBranch(session, previous.name);
  }
  const commit = previous?.type === "detached" ? commits.get(previous.id) : undefined;
  return commit && toCommit(session, commit.id, commit);
}

function restoreFiles(
  session: GitSession,
  source: string | undefined,
  paths: readonly string[],
): GitResult | undefined {
  const from = source === undefined ? undefined : readRevision(session.git, source);
  if (source !== undefined && from === undefined) return fatal(`invalid reference: ${source}`);
  const targets = from === undefined ? ["worktree" as const] : (["index", "worktree"] as const);
  return restorePaths(session, { paths, source: from, targets, isOverlay: true, says: "count" });
}
