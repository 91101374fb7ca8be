import type { FindCommit } from "../repository/commit-graph.ts";
import type { Commit, Signature, Tree } from "../repository/commit.ts";

/** Where HEAD is: on a branch, which may have no commit yet, or on a commit. */
export type Head =
  | { readonly type: "branch"; readonly name: string }
  /** `label` is what it was moved to, as `git status` names it; undefined for a commit. */
  | {
      readonly type: "detached";
      readonly id: string;
      readonly at: string;
      readonly label?: string;
    };

/** A repository beside its files. It is never changed, only replaced. */
export interface GitState {
  readonly head: Head;
  readonly index: Tree;
  readonly commits: ReadonlyMap<string, Commit>;
  /** Name to id. */
  readonly branches: ReadonlyMap<string, string>;
  /** Branches of the remote as they were last seen, name to id. */
  readonly tracking: ReadonlyMap<string, string>;
  /** The default branch of the remote that was cloned: `origin/HEAD`. */
  readonly remoteHead?: string;
  /** The branch of the remote that a local one belongs to. */
  readonly upstreams: ReadonlyMap<string, string>;
  readonly user: Signature;
  /** Where HEAD was before: `-`. */
  readonly previous?: Head;
}

const noFiles: Tree = new Map();

/** The id that HEAD stands for; undefined before the first commit. */
export function headId({ head, branches }: GitState): string | undefined {
  return head.type === "detached" ? head.id : branches.get(head.name);
}

/** The commit that HEAD stands for; undefined before the first. */
export function headCommit(state: GitState): Commit | undefined {
  return state.commits.get(headId(state) ?? "");
}

/** The files of HEAD's commit. */
export function headTree(state: GitState): Tree {
  return headCommit(state)?.tree ?? noFiles;
}

/** The branch that HEAD is on; undefined where it is detached. */
export function currentBranch({ head }: GitState): string | undefined {
  return head.type === "branch" ? head.name : undefined;
}

/** Finds the commits of a state. */
export function finder({ commits }: GitState): FindCommit {
  return (id) => commits.get(id);
}

/** A map with one entry more, or another value for it. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

/** A map without an entry. */
export function withoutEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
