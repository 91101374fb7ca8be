import { commitOf } from "../../../repository/commit-of.ts";
import type { Commit, Signature, Tree } from "../../../repository/commit.ts";
import type { RepositorySeed as Heads } from "../../../repository/create-repository.ts";
import type { World } from "../../core/world.ts";
import type { CommitComment } from "./commit-comment.ts";
import type { Changes, RepositorySeed } from "./repository-seed.ts";

/** The commits that a seed describes, with their ids. */
export interface BuiltRepository extends Heads {
  /** By commit id. */
  readonly comments: ReadonlyMap<string, readonly CommitComment[]>;
}

/** Ids follow from the content alone, so that all trials share what the first of them computed. */
const built = new WeakMap<RepositorySeed, BuiltRepository>();

/** Makes the commits of a seed. */
export function buildRepository(seed: RepositorySeed, world: World): BuiltRepository {
  const known = built.get(seed);
  if (known !== undefined) return known;
  const commits = new Map<string, Commit>();
  const branches = new Map<string, string>();
  const comments = new Map<string, readonly CommitComment[]>();
  for (const branch of seed.branches) {
    let head = branch.from === undefined ? undefined : commits.get(branches.get(branch.from) ?? "");
    for (const { message, author, at, changes, comments: said } of branch.commits) {
      const parents = head === undefined ? [] : [head.id];
      const tree = changed(head?.tree ?? new Map(), changes);
      head = commitOf({ parents, tree, author: signatureOf(author, world), at, message });
      commits.set(head.id, head);
      if (said.length > 0) comments.set(head.id, said);
    }
    if (head !== undefined) branches.set(branch.name, head.id);
  }
  const repository = { commits: [...commits.values()], branches, comments };
  built.set(seed, repository);
  return repository;
}

/** A tree with changes made to it. */
function changed(tree: Tree, changes: Changes): Tree {
  const files = new Map(tree);
  for (const [path, text] of changes) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

/** How a user's commits are signed. */
export function signatureOf(username: string, world: World): Signature {
  const user = world.userNamed(username) ?? world.currentUser;
  return { name: user.name, email: user.email };
}
