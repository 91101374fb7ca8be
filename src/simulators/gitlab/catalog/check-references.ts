import type { AppError } from "../../../core/errors/app-error.ts";
import { didYouMean } from "../../../core/text/suggest.ts";
import { schemaErrors, type SchemaProblem } from "../../../schema/index.ts";
import type { CatalogFile } from "./catalog-file.ts";
import { checkDuoChat } from "./check-duo-chat.ts";
import { checkItem } from "./check-item.ts";
import type { PlacedCatalog } from "./placed-catalog.ts";

type Path = SchemaProblem["path"];

/** What the files of a catalog say of each other and of themselves that cannot be. */
export function checkReferences(files: readonly PlacedCatalog[]): AppError[] {
  const known = namesIn(files.map(({ catalog }) => catalog));
  const seen = new Set<string>();
  return files.flatMap(({ yaml, catalog }) => {
    const problems = [...checkFile(catalog, known), ...checkTwice(catalog, seen)];
    return schemaErrors(problems, yaml, "SIMULATOR_CATALOG_INVALID");
  });
}

interface Known {
  readonly users: readonly string[];
  readonly projects: readonly string[];
  readonly items: readonly string[];
  readonly consumers: readonly string[];
}

function namesIn(catalogs: readonly CatalogFile[]): Known {
  return {
    users: catalogs.flatMap(({ users = [] }) => users.map(({ username }) => username)),
    projects: catalogs.flatMap(({ projects = [] }) => projects.map(({ path }) => path)),
    items: catalogs.flatMap(({ items = [] }) => items.map(({ id }) => String(id))),
    consumers: catalogs.flatMap(({ consumers = [] }) => consumers.map(({ id }) => String(id))),
  };
}

function* checkFile(catalog: CatalogFile, known: Known): Generator<SchemaProblem> {
  for (const [at, { user }] of (catalog.tokens ?? []).entries()) {
    yield* named("user", user, { known: known.users, path: ["tokens", at, "user"] });
  }
  for (const [at, project] of (catalog.projects ?? []).entries()) {
    for (const member of Object.keys(project.members ?? {})) {
      const path = ["projects", at, "members", member];
      yield* named("user", member, { known: known.users, path, atKey: true });
    }
    for (const [index, { notes = [] }] of (project.merge_requests ?? []).entries()) {
      for (const [number, { author }] of notes.entries()) {
        const path = ["projects", at, "merge_requests", index, "notes", number, "author"];
        yield* named("user", author, { known: known.users, path });
      }
    }
  }
  for (const [at, item] of (catalog.items ?? []).entries()) {
    const path = ["items", at];
    yield* named("project", item.project, { known: known.projects, path: [...path, "project"] });
    for (const [index, version] of (item.versions ?? []).entries()) {
      const created = [...path, "versions", index, "created_by"];
      yield* named("user", version.created_by, { known: known.users, path: created });
    }
    yield* checkItem(item, path);
  }
  yield* checkConsumers(catalog, known);
  yield* checkDuoChat(catalog.duo_chat, known.users);
}

function* checkConsumers(catalog: CatalogFile, known: Known): Generator<SchemaProblem> {
  for (const [at, consumer] of (catalog.consumers ?? []).entries()) {
    const path = ["consumers", at];
    const { item, project, group, parent } = consumer;
    yield* named("item", String(item), { known: known.items, path: [...path, "item"] });
    yield* named("project", project, { known: known.projects, path: [...path, "project"] });
    const from = parent === undefined ? undefined : String(parent);
    yield* named("consumer", from, { known: known.consumers, path: [...path, "parent"] });
    if ((project === undefined) === (group === undefined)) {
      yield { path, atKey: false, message: "a consumer is a project or a group, one of the two" };
    }
  }
}

interface Reference {
  readonly known: readonly string[];
  readonly path: Path;
  readonly atKey?: boolean;
}

function* named(
  what: string,
  name: string | undefined,
  { known, path, atKey = false }: Reference,
): Generator<SchemaProblem> {
  if (name === undefined || known.includes(name)) return;
  yield { path, atKey, message: `there is no ${what} "${name}"`, hint: didYouMean(name, known) };
}

/** @yields ids and names that occur twice, also in two files */
function* checkTwice(catalog: CatalogFile, seen: Set<string>): Generator<SchemaProblem> {
  const entries: readonly (readonly [what: string, name: string | number, path: Path])[] = [
    ...(catalog.users ?? []).map((user, at) => ["user", user.username, ["users", at]] as const),
    ...(catalog.tokens ?? []).flatMap((token, at) => [
      ["token", token.name, ["tokens", at, "name"]] as const,
      ["token's text", token.token, ["tokens", at, "token"]] as const,
    ]),
    ...(catalog.projects ?? []).flatMap((project, at) => [
      ["project", project.path, ["projects", at, "path"]] as const,
      ["project's id", project.id, ["projects", at, "id"]] as const,
    ]),
    ...(catalog.groups ?? []).flatMap((group, at) => [
      ["group", group.path, ["groups", at, "path"]] as const,
      ["group's id", group.id, ["groups", at, "id"]] as const,
    ]),
    ...(catalog.tools ?? []).map((tool, at) => ["tool", tool.name, ["tools", at]] as const),
    ...(catalog.items ?? []).map((item, at) => ["item", item.id, ["items", at, "id"]] as const),
    ...(catalog.items ?? []).flatMap((item, at) =>
      (item.versions ?? []).flatMap(({ id }, index) =>
        id === undefined ? [] : [["version's id", id, ["items", at, "versions", index]] as const],
      ),
    ),
    ...(catalog.consumers ?? []).map(({ id }, at) => ["consumer", id, ["consumers", at]] as const),
  ];
  for (const [what, name, path] of entries) {
    const key = `${what} ${name}`;
    // What is written as a token is not repeated, as no token is.
    const shown = what === "token's text" ? "" : ` "${name}"`;
    if (seen.has(key)) yield { path, atKey: false, message: `the ${what}${shown} is there twice` };
    seen.add(key);
  }
}
