import type { JsonObject } from "../../../../core/json.ts";

/** Somebody with an account on the fake instance. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly state: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly jobTitle: string | null;
  /** ISO 639: `en`. */
  readonly language: string;
}

/** As the REST API shows a user within something else: an author, an assignee, a member. */
export function basicUser(user: User, instanceUrl: string): JsonObject {
  return {
    id: user.id,
    username: user.username,
    public_email: null,
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: null,
    web_url: `${instanceUrl}/${user.username}`,
  };
}
