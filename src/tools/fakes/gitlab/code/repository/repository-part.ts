import type { JsonObject } from "../../../../../core/json.ts";
import type { Commit, Tree } from "../../../repository/commit.ts";
import type { Owner, Part, Project } from "../../core/world.ts";
import { buildRepository } from "./build-repository.ts";
import { ProjectRepository } from "./project-repository.ts";
import { readRepository } from "./read-repository.ts";
import { repositoryKeys } from "./repository-schema.ts";
import type { RepositorySeed } from "./repository-seed.ts";

/** The repository of a project. */
export const repositoryPart: Part<RepositorySeed, ProjectRepository> = {
  name: "repository",
  properties: repositoryKeys,
  read: (block) => readRepository(block),
  open: (seed, owner, world) => {
    const { protectedBranches } = seed;
    const built = buildRepository(seed, world);
    return new ProjectRepository({ built, protectedBranches, project: asProject(owner) });
  },
  show: (repository) => ({
    files: Object.fromEntries(filesOf(repository)),
    branches: Object.fromEntries(
      repository.git.branches().map((name) => [name, showBranch(name, repository)]),
    ),
    protected_branches: [...repository.protectedBranches].toSorted(),
  }),
};

/** The part is only one of projects. */
export function asProject(owner: Owner): Project {
  if (!isProject(owner)) throw new TypeError(`${owner.path} is no project`);
  return owner;
}

function isProject(owner: Owner): owner is Project {
  return owner.kind === "project";
}

function filesOf(repository: ProjectRepository): Tree {
  return repository.git.branch(repository.defaultBranch)?.tree ?? new Map();
}

/** A branch: the messages of the commits that the default branch has not, and how its files differ from that one's. */
function showBranch(name: string, repository: ProjectRepository): JsonObject {
  const head = repository.git.branch(name);
  if (head === undefined) return {};
  const main = repository.git.branch(repository.defaultBranch);
  const isMain = name === repository.defaultBranch || main === undefined;
  const known = new Set(isMain ? [] : repository.history(main.id).map(({ id }) => id));
  const own = repository.history(head.id).filter(({ id }) => !known.has(id));
  return {
    ...(isMain ? {} : { files: difference(main.tree, head.tree) }),
    commits: own.map(messageOf).toReversed(),
  };
}

/** A commit's message without the newline that git ends it with. */
function messageOf({ message }: Pick<Commit, "message">): string {
  return message.replace(/\n$/, "");
}

function difference(before: Tree, after: Tree): JsonObject {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => [path, after.get(path) ?? null]),
  );
}
