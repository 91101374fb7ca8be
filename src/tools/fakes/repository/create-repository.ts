import type { Commit } from "./commit.ts";

/** Commits and branches, without a folder of files: what a project holds, and what a clone fetches from. */
export interface Repository {
  commit(id: string): Commit | undefined;
  /** The commit that a branch points to. */
  branch(name: string): Commit | undefined;
  /** Names, sorted. */
  branches(): readonly string[];
  add(commit: Commit): void;
  /** Points a branch to a commit that is there, making it where there is none. */
  setBranch(name: string, id: string): void;
  deleteBranch(name: string): void;
}

/** What a repository begins with; it is read, never changed. */
export interface RepositorySeed {
  readonly commits: readonly Commit[];
  /** Name to id. */
  readonly branches: ReadonlyMap<string, string>;
}

/** Makes a repository; cheap, as it copies nothing but ids. */
export function createRepository(
  seed: RepositorySeed = { commits: [], branches: new Map() },
): Repository {
  const commits = new Map(seed.commits.map((commit) => [commit.id, commit]));
  const heads = new Map(seed.branches);
  const commit = (id: string): Commit | undefined => commits.get(id);
  return {
    commit,
    branch: (name) => commit(heads.get(name) ?? ""),
    branches: () => [...heads.keys()].toSorted(),
    add: (added) => void commits.set(added.id, added),
    setBranch: (name, id) => {
      if (!commits.has(id)) throw new TypeError(`no commit ${id}`);
      heads.set(name, id);
    },
    deleteBranch: (name) => void heads.delete(name),
  };
}
