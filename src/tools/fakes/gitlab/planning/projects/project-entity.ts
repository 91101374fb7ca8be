import type { JsonObject } from "../../../../../core/json.ts";
import { lastSegment, parentPath } from "../../core/owner.ts";
import type { Group, Project, World } from "../../core/world.ts";
import { accessLevel } from "../users/members.ts";
import { visibleItems } from "../work-items/work-item-store.ts";

/** As the REST API shows a project (docs.gitlab.com/api/projects), without what the fake has nothing of. */
export function projectEntity(world: World, project: Project): JsonObject {
  const url = `${world.url}/${project.path}`;
  const namespace = world.group(parentPath(project.path));
  const around = world.ancestors(project.path).toReversed();
  const host = world.url.replace(/^[a-z]+:\/\//, "");
  return {
    id: project.id,
    description: project.description,
    name: project.name,
    name_with_namespace: [...around, project].map(({ name }) => name).join(" / "),
    path: lastSegment(project.path),
    path_with_namespace: project.path,
    created_at: project.createdAt,
    default_branch: project.defaultBranch,
    topics: project.topics,
    ssh_url_to_repo: `git@${host}:${project.path}.git`,
    http_url_to_repo: `${url}.git`,
    web_url: url,
    readme_url: null,
    star_count: 0,
    forks_count: 0,
    last_activity_at: project.createdAt,
    visibility: project.visibility,
    archived: project.archived,
    namespace: namespace === undefined ? null : namespaceOf(world, namespace),
    open_issues_count: visibleItems(world, project).filter(({ isOpen }) => isOpen).length,
    permissions: {
      project_access: accessOf(world, project),
      group_access: namespace === undefined ? null : accessOf(world, namespace),
    },
  };
}

/** As the REST API shows a group (docs.gitlab.com/api/groups), likewise. */
export function groupEntity(world: World, group: Group): JsonObject {
  const above = world.group(parentPath(group.path));
  return {
    id: group.id,
    web_url: `${world.url}/groups/${group.path}`,
    name: group.name,
    path: lastSegment(group.path),
    description: group.description ?? "",
    visibility: group.visibility,
    full_name: [...world.ancestors(group.path).toReversed(), group]
      .map(({ name }) => name)
      .join(" / "),
    full_path: group.path,
    created_at: group.createdAt,
    parent_id: above?.id ?? null,
  };
}

function namespaceOf(world: World, group: Group): JsonObject {
  return {
    id: group.id,
    name: group.name,
    path: lastSegment(group.path),
    kind: "group",
    full_path: group.path,
    parent_id: world.group(parentPath(group.path))?.id ?? null,
    web_url: `${world.url}/groups/${group.path}`,
  };
}

function accessOf(world: World, { members }: Group | Project): JsonObject | null {
  const role = members.get(world.currentUser.username);
  return role === undefined ? null : { access_level: accessLevel(role) };
}
