import type { Commit } from "./commit.ts";

/** Finds a commit by its whole id. */
export type FindCommit = (id: string) => Commit | undefined;

/** When a commit was made, in milliseconds. */
function timeOf(commit: Commit): number {
  return Date.parse(commit.committedAt ?? commit.at);
}

/** The commit and all that it was made on, the newest first, as `git log` orders them. */
export function history(find: FindCommit, ...heads: readonly string[]): Commit[] {
  return walk(
    heads,
    (id) => find(id),
    ({ parents }) => parents,
  );
}

/** As {@link history}, on the way that `parentsOf` leads. */
export function walk(
  heads: readonly string[],
  find: FindCommit,
  parentsOf: (commit: Commit) => readonly string[],
): Commit[] {
  const seen = new Set<string>();
  const waiting: Commit[] = [];
  const add = (id: string): void => {
    const commit = seen.has(id) ? undefined : find(id);
    seen.add(id);
    if (commit === undefined) return;
    const place = waiting.findIndex((other) => timeOf(other) < timeOf(commit));
    waiting.splice(place < 0 ? waiting.length : place, 0, commit);
  };
  for (const head of heads) add(head);
  const found: Commit[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    found.push(next);
    for (const parent of parentsOf(next)) add(parent);
  }
  return found;
}

/** Ids of the commit and all that it was made on. */
export function ancestors(find: FindCommit, head: string): ReadonlySet<string> {
  return new Set(history(find, head).map(({ id }) => id));
}

/** Whether `later` was made on `earlier`, or is it. */
export function isAncestor(find: FindCommit, earlier: string, later: string): boolean {
  return ancestors(find, later).has(earlier);
}

/** The newest commit that both were made on; undefined where they have none in common. */
export function mergeBase(find: FindCommit, one: string, other: string): Commit | undefined {
  const known = ancestors(find, one);
  return history(find, other).find(({ id }) => known.has(id));
}

/** The commits of `head` that are not of `base`, the newest first. */
export function commitsSince(find: FindCommit, base: string | undefined, head: string): Commit[] {
  const known = base === undefined ? new Set<string>() : ancestors(find, base);
  return history(find, head).filter(({ id }) => !known.has(id));
}
