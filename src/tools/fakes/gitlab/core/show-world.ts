import type { JsonObject } from "../../../../core/json.ts";
import type { Family } from "./family.ts";
import type { GitlabSeed } from "./gitlab-seed.ts";
import type { Namespace, Owner, Project, User, World } from "./world.ts";

/** All that there is, in the shape of a seed. */
export function showWorld(seed: GitlabSeed, world: World, families: readonly Family[]): JsonObject {
  const show = (owner: Owner): JsonObject => showParts(owner, world, families);
  return {
    url: world.url,
    now: world.now,
    current_user: world.currentUser.username,
    users: byKey(world.users, (user) => [user.username, showUser(user)]),
    ...show(world.instance),
    groups: byKey(sorted(seed.groups), (group) => [
      group.path,
      { ...showNamespace(group), ...show(group) },
    ]),
    projects: byKey(sorted(seed.projects), (project) => [
      project.path,
      { ...showProject(project), ...show(project) },
    ]),
  };
}

function showParts(owner: Owner, world: World, families: readonly Family[]): JsonObject {
  const parts = families.flatMap(({ parts: all }) => all?.[owner.kind] ?? []);
  return Object.fromEntries(
    parts.flatMap((part) => Object.entries(part.show(world.part(part, owner), owner, world))),
  );
}

function showUser(user: User): JsonObject {
  const { id, name, email, state, isBot, isAdmin, jobTitle, language } = user;
  return {
    id,
    name,
    email,
    state,
    bot: isBot,
    admin: isAdmin,
    ...(jobTitle === null ? {} : { job_title: jobTitle }),
    preferred_language: language,
  };
}

function showNamespace(namespace: Namespace): JsonObject {
  const { id, name, description, visibility, access, createdAt, members } = namespace;
  return {
    id,
    name,
    description,
    visibility,
    access,
    created_at: createdAt,
    members: Object.fromEntries(members),
  };
}

function showProject(project: Project): JsonObject {
  const { defaultBranch, archived, topics } = project;
  return { ...showNamespace(project), default_branch: defaultBranch, archived, topics };
}

function sorted<N extends Namespace>(namespaces: ReadonlyMap<string, N>): readonly N[] {
  return [...namespaces.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function byKey<Item>(
  items: readonly Item[],
  entry: (item: Item) => readonly [string, JsonObject],
): JsonObject {
  return Object.fromEntries(items.map(entry));
}
