import type { SeedBlock } from "./seed-block.ts";
import type { User } from "./user.ts";

/** The users of a seed by username, in their order; one of its own where it names none. */
export function readUsers(top: SeedBlock, fallback: string): ReadonlyMap<string, User> {
  const users = top.blocks("users").map(([username, block]) => readUser(username, block));
  const all = users.length > 0 ? users : [readUser(fallback, top.block("users").block(fallback))];
  return new Map(all.map((user) => [user.username, user]));
}

function readUser(username: string, block: SeedBlock): User {
  return {
    id: block.id("user"),
    username,
    name: block.text("name", `${username.slice(0, 1).toUpperCase()}${username.slice(1)}`),
    email: block.text("email", `${username}@example.com`),
    state: block.text("state", "active"),
    isBot: block.flag("bot"),
    isAdmin: block.flag("admin"),
    jobTitle: block.optionalText("job_title") ?? null,
    language: block.text("preferred_language", "en"),
  };
}
