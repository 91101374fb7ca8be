import type { Role } from "../catalog/index.ts";
import type { ItemRecord, ProjectRecord, TokenRecord, UserRecord } from "./records.ts";

/** Who asks: nobody, or a user by way of a token. */
export interface Viewer {
  readonly user: UserRecord | undefined;
  readonly token: TokenRecord | undefined;
  /** The least role in a project that may read its private items; it was higher in older releases. */
  readonly readerRole: Role;
}

const roles: readonly Role[] = ["guest", "reporter", "developer", "maintainer", "owner"];

/** Whether somebody has a role in a project, or a higher one. */
export function hasRole({ user }: Viewer, project: ProjectRecord, least: Role): boolean {
  if (user === undefined) return false;
  if (user.admin) return true;
  const role = project.members.get(user.username);
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(least);
}

export function mayReadProject(viewer: Viewer, project: ProjectRecord): boolean {
  if (project.visibility === "public") return true;
  if (project.visibility === "internal" && viewer.user !== undefined) return true;
  return hasRole(viewer, project, "guest");
}

export function mayReadItem(viewer: Viewer, item: ItemRecord): boolean {
  if (item.deletedAt !== undefined) return false;
  return mayReadAtAll(viewer, item);
}

/** What was deleted softly can still be seen by who manages it. */
export function mayReadDeleted(viewer: Viewer, item: ItemRecord): boolean {
  return (
    mayReadAtAll(viewer, item) && (item.deletedAt === undefined || mayManageItem(viewer, item))
  );
}

export function mayManageItem(viewer: Viewer, { project }: ItemRecord): boolean {
  return project === undefined
    ? viewer.user?.admin === true
    : hasRole(viewer, project, "maintainer");
}

export function mayWrite({ token }: Viewer): boolean {
  return token?.scopes.includes("api") === true;
}

function mayReadAtAll(viewer: Viewer, { visibility, project }: ItemRecord): boolean {
  if (visibility === "public" || viewer.user?.admin === true) return true;
  if (project === undefined) return false;
  return hasRole(viewer, project, visibility === "restricted" ? "guest" : viewer.readerRole);
}
