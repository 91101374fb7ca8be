import type { Commit, Tree } from "../../../repository/commit.ts";
import type { ProjectRepository } from "./project-repository.ts";

/** What stood there before a commit; nothing before the first one. */
export function parentTree(repository: ProjectRepository, commit: Commit): Tree {
  return repository.git.commit(commit.parents[0] ?? "")?.tree ?? new Map();
}
