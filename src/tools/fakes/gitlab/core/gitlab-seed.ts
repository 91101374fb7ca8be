import type { Group, Owner, Project } from "./owner.ts";
import type { User } from "./user.ts";

/** What every trial begins with. It is read once and never changes. */
export interface GitlabSeed {
  readonly url: string;
  /** ISO 8601 with milliseconds. */
  readonly now: string;
  /** A username. */
  readonly currentUser: string;
  readonly users: ReadonlyMap<string, User>;
  readonly instance: Owner;
  readonly groups: ReadonlyMap<string, Group>;
  readonly projects: ReadonlyMap<string, Project>;
  /** The highest id of each kind. */
  readonly ids: ReadonlyMap<string, number>;
}
