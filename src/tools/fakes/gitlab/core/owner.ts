/** What the current user may do there; `none` looks like something that does not exist. */
export const accessLevels = ["none", "read", "write"] as const;
export type Access = (typeof accessLevels)[number];

/** What resources belong to: the instance, a group or a project. One object per seed, shared by its trials. */
export interface Owner {
  readonly kind: "group" | "instance" | "project";
  /** Counted per kind; 0 for the instance. */
  readonly id: number;
  /** Full, without a leading slash: `shop/web`. Empty for the instance. */
  readonly path: string;
  readonly name: string;
  readonly description: string | null;
  readonly visibility: string;
  readonly access: Access;
  readonly createdAt: string;
  /** What each part read from the seed, by the part's name. */
  readonly parts: ReadonlyMap<string, unknown>;
}

/** Members of a group or project by username, with the name of their role. */
export interface Namespace extends Owner {
  readonly kind: "group" | "project";
  readonly members: ReadonlyMap<string, string>;
}

/** A project. Its group is the one whose path is its own path without the last segment. */
export interface Project extends Namespace {
  readonly kind: "project";
  readonly defaultBranch: string;
  readonly archived: boolean;
  readonly topics: readonly string[];
}

export interface Group extends Namespace {
  readonly kind: "group";
}

/** The path of the namespace around one; empty at the top. */
export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The last segment of a path: `web` of `shop/web`. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
