import type { Namespace, User, World } from "../../core/world.ts";

const levels: Readonly<Record<string, number>> = {
  guest: 10,
  planner: 15,
  reporter: 20,
  developer: 30,
  maintainer: 40,
  owner: 50,
};

/** The number that the API has for a role; 0 for what is none. */
export function accessLevel(role: string): number {
  return Object.hasOwn(levels, role) ? (levels[role] ?? 0) : 0;
}

/** Somebody in a project or group, with the level of the highest role that they have there or around it. */
interface Member {
  readonly user: User;
  readonly accessLevel: number;
}

/** Members of a project or group, and those of the groups around it; sorted by id. */
export function membersOf(world: World, owner: Namespace): readonly Member[] {
  const found = new Map<string, number>();
  for (const { members } of [owner, ...world.ancestors(owner.path)]) {
    for (const [username, role] of members) {
      found.set(username, Math.max(found.get(username) ?? 0, accessLevel(role)));
    }
  }
  return world.users.flatMap((user) => {
    const level = found.get(user.username);
    return level === undefined ? [] : [{ user, accessLevel: level }];
  });
}
