import type { JsonObject } from "../../../../core/json.ts";
import { didYouMean } from "../../../../core/text/suggest.ts";
import type { ReadSeed, SeedProblem } from "../../seed-problem.ts";
import { checkPaths } from "./check-paths.ts";
import type { Family } from "./family.ts";
import type { GitlabSeed } from "./gitlab-seed.ts";
import { IdBook } from "./id-book.ts";
import { parentPath, type Group } from "./owner.ts";
import { readGroup, readInstance, readProject } from "./read-owner.ts";
import { readUsers } from "./read-users.ts";
import { SeedBlock } from "./seed-block.ts";
import type { AnyPart } from "./world.ts";

const defaultUrl = "https://gitlab.example.com";
const defaultNow = "2026-01-05T09:00:00Z";
const defaultUser = "agent";

/**
 * Reads a seed with the parts of the families. It is read twice: the ids that it gives itself have to be
 * known before others are given out.
 */
export function readSeed(block: JsonObject, families: readonly Family[]): ReadSeed<GitlabSeed> {
  const given = new IdBook("collect");
  readWith(block, families, given);
  return readWith(block, families, IdBook.after(given.highest));
}

function readWith(
  block: JsonObject,
  families: readonly Family[],
  ids: IdBook,
): ReadSeed<GitlabSeed> {
  const problems: SeedProblem[] = [];
  const start = new SeedBlock(block, [], {
    now: new Date(defaultNow).toISOString(),
    ids,
    users: [],
    currentUser: defaultUser,
    problems,
  });
  const now = start.time("now");
  const users = readUsers(start, start.text("current_user", defaultUser));
  const names = [...users.keys()];
  const currentUser = start.text("current_user", names[0] ?? defaultUser);
  if (!users.has(currentUser)) {
    start.problem(
      "current_user",
      `there is no user "${currentUser}"`,
      didYouMean(currentUser, names),
    );
  }
  const known = users.has(currentUser) ? currentUser : (names[0] ?? defaultUser);
  const top = new SeedBlock(block, [], { now, ids, users: names, currentUser: known, problems });
  checkPaths(top);
  const seed = {
    url: withoutSlash(top.text("url", defaultUrl)),
    now,
    currentUser: known,
    users,
    instance: readInstance(top, partsOf(families, "instance")),
    groups: readGroups(top, families),
    projects: keyed(
      top
        .blocks("projects")
        .map(([path, project]) => readProject(path, project, partsOf(families, "project"))),
    ),
    ids: ids.highest,
  };
  return { seed, problems };
}

/** The groups of the seed, and those that its paths imply. */
function readGroups(top: SeedBlock, families: readonly Family[]): ReadonlyMap<string, Group> {
  const parts = partsOf(families, "group");
  const groups = top.blocks("groups").map(([path, group]) => readGroup(path, group, parts));
  const known = new Set(groups.map(({ path }) => path));
  const paths = [...known, ...top.blocks("projects").map(([path]) => path)];
  for (const path of paths) {
    for (let above = parentPath(path); above !== ""; above = parentPath(above)) {
      if (known.has(above)) continue;
      known.add(above);
      const place = new SeedBlock({}, ["groups", above], top.context);
      groups.push(readGroup(above, place, parts));
    }
  }
  return keyed(groups);
}

function partsOf(
  families: readonly Family[],
  kind: "group" | "instance" | "project",
): readonly AnyPart[] {
  return families.flatMap(({ parts }) => parts?.[kind] ?? []);
}

function keyed<N extends { readonly path: string }>(items: readonly N[]): ReadonlyMap<string, N> {
  return new Map(items.map((item) => [item.path, item]));
}

function withoutSlash(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}
