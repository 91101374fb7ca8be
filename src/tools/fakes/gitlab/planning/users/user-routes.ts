import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { groupOf, iidOf, projectOf } from "../../core/find-owner.ts";
import { pageOf, textParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import { basicUser } from "../../core/user.ts";
import type { Namespace, RestRequest, Route, User, World } from "../../core/world.ts";
import { containsWords, wordsOf } from "../work-items/conditions.ts";
import { membersOf } from "./members.ts";

/** Users and members (docs.gitlab.com/api/users, /api/project_members). */
export const userRoutes: readonly Route[] = [
  { method: "GET", path: "/user", answer: ({ world }) => currentUser(world) },
  {
    method: "GET",
    path: "/users",
    query: ["username", "search", "page", "per_page"],
    answer: listUsers,
  },
  { method: "GET", path: "/users/:user", answer: showUser },
  ...["/members", "/members/all"].flatMap((end): readonly Route[] => [
    {
      method: "GET",
      path: `/projects/:id${end}`,
      query: ["query", "page", "per_page"],
      answer: (request) => listMembers(request, projectOf(request)),
    },
    {
      method: "GET",
      path: `/groups/:id${end}`,
      query: ["query", "page", "per_page"],
      answer: (request) => listMembers(request, groupOf(request)),
    },
  ]),
];

/** Whether a search finds somebody: by name or username. */
export function isNamed(user: User, text: string): boolean {
  return containsWords(`${user.name} ${user.username} ${user.email}`, wordsOf(text));
}

function currentUser(world: World): JsonObject {
  const user = world.currentUser;
  return { ...publicUser(user, world.url), email: user.email, preferred_language: user.language };
}

function publicUser(user: User, url: string): JsonObject {
  return {
    ...basicUser(user, url),
    bio: "",
    location: "",
    bot: user.isBot,
    job_title: user.jobTitle ?? "",
  };
}

function listUsers({ world, query }: RestRequest): JsonValue {
  const username = textParam(query, "username");
  const search = textParam(query, "search") ?? "";
  const found = world.users.filter(
    (user) => (username === undefined || user.username === username) && isNamed(user, search),
  );
  return pageOf(found, query).map((user) => basicUser(user, world.url));
}

function showUser(request: RestRequest): JsonValue {
  const user = request.world.userWithId(iidOf(request, "user"));
  if (user === undefined) throw notFound("User");
  return publicUser(user, request.world.url);
}

function listMembers({ world, query }: RestRequest, owner: Namespace): JsonValue {
  const text = textParam(query, "query") ?? "";
  const members = membersOf(world, owner).filter(({ user }) => isNamed(user, text));
  return pageOf(members, query).map(({ user, accessLevel }) => ({
    ...basicUser(user, world.url),
    access_level: accessLevel,
  }));
}
