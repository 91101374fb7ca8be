import { type GitState, headCommit, withEntry } from "../git/git-state.ts";
import { place } from "../git/move-head.ts";
import { cloneRepository, emptyRepository, firstCommit } from "../git/start-repository.ts";
import { commitOf } from "../repository/commit-of.ts";
import type { Commit, Tree } from "../repository/commit.ts";
import { createRepository, type RepositorySeed } from "../repository/create-repository.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import { remoteOf } from "../repository/remote-of.ts";
import type { FileChanges, GitSeed, WorkspaceSeed } from "./workspace-seed.ts";
import type { WorkspaceSession } from "./workspace-session.ts";

interface Start {
  readonly files: Tree;
  readonly git: GitState;
  readonly remote: GitRemote;
}

/** The workspace of one trial. */
export function startWorkspace(seed: WorkspaceSeed, clonedFrom?: GitRemote): WorkspaceSession {
  const { files, git, remote } =
    clonedFrom === undefined ? ownStart(seed) : cloneStart(seed, clonedFrom);
  const session: WorkspaceSession = {
    files,
    folders: new Set(seed.folders),
    git,
    remote,
    hasGit: seed.git !== false,
    commands: seed.commands,
    requests: [],
    pushed: new Set(),
    tick: () => {
      writes += 1;
      const head = headCommit(session.git);
      const last = head === undefined ? 0 : Date.parse(head.committedAt ?? head.at);
      return isoTime(Math.max(Date.parse(seed.now) + writes * 1000, last + 1000));
    },
    sent: (service, branch) => {
      session.requests.push({ method: "POST", path: `${pathOf(remote.url)}/${service}` });
      if (branch !== undefined) session.pushed.add(branch);
    },
  };
  let writes = 0;
  return session;
}

function isoTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : `/${url.replace(/^.*:/, "")}`;
}

/** Files with changes laid over them. */
export function layFiles(files: Tree, changes: FileChanges): Tree {
  if (changes.size === 0) return files;
  const laid = new Map(files);
  for (const [path, text] of changes) place(laid, path, text ?? undefined);
  return laid;
}

function cloneStart(seed: WorkspaceSeed, remote: GitRemote): Start {
  const gitSeed = seed.git === false ? undefined : seed.git;
  const usual = remote.defaultBranch ?? "main";
  const branch = gitSeed?.branch ?? usual;
  const isThere = remote.branch(branch) !== undefined;
  const user = gitSeed?.user ?? { name: "", email: "" };
  const clone = cloneRepository(remote, isThere ? branch : usual, user);
  const head = headCommit(clone);
  // A branch that the remote has not is begun where its default branch is.
  const git: GitState =
    isThere || head === undefined
      ? clone
      : {
          ...clone,
          head: { type: "branch", name: branch },
          branches: withEntry(clone.branches, branch, head.id),
        };
  const files = layFiles(layFiles(git.index, seed.files), gitSeed?.uncommitted ?? new Map());
  return { files, git, remote };
}

interface OwnStart {
  readonly files: Tree;
  readonly git: GitState;
  readonly origin: RepositorySeed;
}

/** Seeds are shared by trials, so what follows from one is worked out once. */
const known = new WeakMap<WorkspaceSeed, OwnStart>();

function ownStart(seed: WorkspaceSeed): Start {
  const start = known.get(seed) ?? workOut(seed);
  known.set(seed, start);
  const { branch, remote: url } = seed.git === false ? { branch: "main", remote: "" } : seed.git;
  const remote = remoteOf(createRepository(start.origin), { url, defaultBranch: branch ?? "main" });
  return { files: start.files, git: start.git, remote };
}

function workOut(seed: WorkspaceSeed): OwnStart {
  const files = layFiles(new Map(), seed.files);
  const none: RepositorySeed = { commits: [], branches: new Map() };
  if (seed.git === false) {
    return { files, git: emptyRepository("main", { name: "", email: "" }), origin: none };
  }
  const { branch = "main", user, message, uncommitted } = seed.git;
  const changed = layFiles(files, uncommitted);
  if (files.size === 0) return { files: changed, git: emptyRepository(branch, user), origin: none };
  const first = firstCommit({ files, author: user, at: seed.now, message });
  const origin = { commits: [first], branches: new Map([[branch, first.id]]) };
  const remote = remoteOf(createRepository(origin), { url: "", defaultBranch: branch });
  const git = withBranches(cloneRepository(remote, branch, user), seed.git, first);
  return { files: changed, git, origin };
}

function withBranches(git: GitState, seed: GitSeed, first: Commit): GitState {
  const made = [...seed.branches].map(([name, { files, message }]) => {
    const tree = layFiles(first.tree, files);
    const { author, at } = first;
    return { name, commit: commitOf({ tree, parents: [first.id], author, at, message }) };
  });
  return {
    ...git,
    commits: new Map([...git.commits, ...made.map(({ commit }) => [commit.id, commit] as const)]),
    branches: new Map([
      ...git.branches,
      ...made.map(({ name, commit }) => [name, commit.id] as const),
    ]),
  };
}
