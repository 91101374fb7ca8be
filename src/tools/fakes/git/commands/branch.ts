import { isAncestor } from "../../repository/commit-graph.ts";
import { type CommandArgs, readArgs } from "../command-args.ts";
import { done, failed, fatal, type GitResult } from "../git-result.ts";
import { type GitCommand, type GitSession, remoteName, workspaceRoot } from "../git-session.ts";
import {
  currentBranch,
  finder,
  type GitState,
  headCommit,
  headId,
  withEntry,
  withoutEntry,
} from "../git-state.ts";
import { isBranchName, readRevision, shortId } from "../read-revision.ts";
import { trackedName, trackingSet } from "../switch-branch.ts";
import { headLine } from "../text/status-text.ts";

/** `git branch`. */
export const branch: GitCommand = (session, words) => {
  const args = readArgs(words, {
    "-a": "all",
    "--all": "all",
    "-r": "remotes",
    "--remotes": "remotes",
    "-l": "list",
    "--list": "list",
    "--show-current": "show-current",
    "-d": "delete",
    "--delete": "delete",
    "-D": "delete-force",
    "-m": "move",
    "-M": "move-force",
    "-u": "upstream=",
    "--set-upstream-to": "upstream=",
    "--no-color": "plain",
  });
  if (args === undefined || args.paths !== undefined) return undefined;
  const { git } = session;
  if (args.has("show-current")) return done(lines([currentBranch(git)]));
  if (args.has("delete") || args.has("delete-force")) return remove(session, args);
  if (args.has("move") || args.has("move-force")) return rename(session, args);
  const upstream = args.value("upstream");
  if (upstream !== undefined) return setUpstream(session, upstream, args.operands);
  const isList = args.has("list") || args.has("all") || args.has("remotes");
  if (isList || args.operands.length === 0) {
    return args.operands.length > 0 ? undefined : done(list(git, args));
  }
  const [name, start, ...rest] = args.operands;
  return name === undefined || rest.length > 0 ? undefined : create(session, name, start);
};

function lines(items: readonly (string | undefined)[]): string {
  return items.flatMap((item) => (item === undefined ? [] : [`${item}\n`])).join("");
}

function list(git: GitState, args: CommandArgs): string {
  const { head, branches, tracking } = git;
  const local = [...branches.keys()].toSorted().map((name) => {
    return `${head.type === "branch" && head.name === name ? "*" : " "} ${name}`;
  });
  const detached = head.type === "detached" ? [`* (${headLine(git)})`] : [];
  const prefix = args.has("remotes") ? "" : "remotes/";
  const { remoteHead } = git;
  const tracked = [...tracking.keys(), ...(remoteHead === undefined ? [] : ["HEAD"])].toSorted();
  const remote = tracked.map((name) => {
    const target = name === "HEAD" ? ` -> ${remoteName}/${remoteHead}` : "";
    return `  ${prefix}${remoteName}/${name}${target}`;
  });
  return lines([
    ...(args.has("remotes") ? [] : [...detached, ...local]),
    ...(args.has("remotes") || args.has("all") ? remote : []),
  ]);
}

function create(session: GitSession, name: string, start: string | undefined): GitResult {
  const { git } = session;
  if (!isBranchName(name)) return fatal(`'${name}' is not a valid branch name`);
  if (git.branches.has(name)) return fatal(`a branch named '${name}' already exists`);
  const commit = start === undefined ? headCommit(git) : readRevision(git, start);
  if (commit === undefined) {
    return fatal(`not a valid object name: '${start ?? currentBranch(git) ?? "HEAD"}'`);
  }
  const upstream = start === undefined ? undefined : trackedName(git, start);
  session.git = {
    ...git,
    branches: withEntry(git.branches, name, commit.id),
    ...(upstream !== undefined && { upstreams: withEntry(git.upstreams, name, upstream) }),
  };
  return done(upstream === undefined ? "" : trackingSet(name, upstream));
}

function remove(session: GitSession, args: CommandArgs): GitResult | undefined {
  const [name, ...rest] = args.operands;
  if (name === undefined) return fatal("branch name required");
  if (rest.length > 0 || args.has("remotes")) return undefined;
  const { git } = session;
  const id = git.branches.get(name);
  if (id === undefined) return failed(`branch '${name}' not found.`);
  if (currentBranch(git) === name) {
    return failed(`Cannot delete branch '${name}' checked out at '${workspaceRoot}'`);
  }
  if (!args.has("delete-force") && !isMerged(git, name, id)) {
    return failed(
      `The branch '${name}' is not fully merged.\nIf you are sure you want to delete it, run 'git branch -D ${name}'.`,
    );
  }
  session.git = {
    ...git,
    branches: withoutEntry(git.branches, name),
    upstreams: withoutEntry(git.upstreams, name),
  };
  return done(`Deleted branch ${name} (was ${shortId(id)}).\n`);
}

/** Into its upstream, or without one into where HEAD is. */
function isMerged(git: GitState, name: string, id: string): boolean {
  const upstream = git.tracking.get(git.upstreams.get(name) ?? "");
  const into = upstream ?? headId(git);
  return into !== undefined && isAncestor(finder(git), id, into);
}

function rename(session: GitSession, args: CommandArgs): GitResult | undefined {
  const { git } = session;
  const current = currentBranch(git);
  const [old, name, ...rest] =
    args.operands.length === 1 ? [current, ...args.operands] : args.operands;
  if (old === undefined || name === undefined || rest.length > 0) return undefined;
  const id = git.branches.get(old);
  if (id === undefined)
    return git.branches.size === 0 ? undefined : failed(`refname refs/heads/${old} not found`);
  if (!isBranchName(name)) return fatal(`'${name}' is not a valid branch name`);
  if (old === name) return done();
  if (git.branches.has(name)) {
    return args.has("move-force") ? undefined : fatal(`a branch named '${name}' already exists`);
  }
  const upstream = git.upstreams.get(old);
  const upstreams = withoutEntry(git.upstreams, old);
  session.git = {
    ...git,
    branches: withEntry(withoutEntry(git.branches, old), name, id),
    upstreams: upstream === undefined ? upstreams : withEntry(upstreams, name, upstream),
    ...(current === old && { head: { type: "branch", name } }),
  };
  return done();
}

function setUpstream(
  session: GitSession,
  upstream: string,
  [name, ...rest]: readonly string[],
): GitResult | undefined {
  const { git } = session;
  const local = name ?? currentBranch(git);
  if (rest.length > 0 || local === undefined) return undefined;
  if (!git.branches.has(local)) return fatal(`branch '${local}' does not exist`);
  const remote = trackedName(git, upstream);
  if (remote === undefined) {
    return readRevision(git, upstream) === undefined
      ? fatal(`the requested upstream branch '${upstream}' does not exist`)
      : undefined;
  }
  session.git = { ...git, upstreams: withEntry(git.upstreams, local, remote) };
  return done(trackingSet(local, remote));
}
