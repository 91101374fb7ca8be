import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import type { ApiRequest } from "../../fake.ts";
import type { Family } from "./family.ts";
import type { GitlabSeed } from "./gitlab-seed.ts";
import { IdBook } from "./id-book.ts";
import { parentPath } from "./owner.ts";
import { queryText } from "./query-text.ts";
import { RestError } from "./rest.ts";
import { findRoute } from "./router.ts";
import type { User } from "./user.ts";
import type {
  Group,
  Namespace,
  Owner,
  Part,
  Project,
  RestResponse,
  Route,
  Search,
  SearchQuery,
  Sent,
  World,
} from "./world.ts";

const api = "/api/v4/";

/** The world of one trial: the seed, and what has changed since. */
export class TrialWorld implements World {
  readonly requests: ApiRequest[] = [];
  readonly #seed: GitlabSeed;
  readonly #routes: readonly Route[];
  readonly #searches: readonly (readonly [string, Search])[];
  readonly #states = new Map<Owner, Map<string, unknown>>();
  readonly #ids: IdBook;
  #ms: number;

  constructor(seed: GitlabSeed, families: readonly Family[]) {
    this.#seed = seed;
    this.#routes = families.flatMap(({ routes }) => routes ?? []);
    this.#searches = families.flatMap(({ searches }) => Object.entries(searches ?? {}));
    this.#ids = IdBook.after(seed.ids);
    this.#ms = Date.parse(seed.now);
  }

  get url(): string {
    return this.#seed.url;
  }

  get instance(): Owner {
    return this.#seed.instance;
  }

  get now(): string {
    return new Date(this.#ms).toISOString();
  }

  tick(): string {
    this.#ms += 1000;
    return this.now;
  }

  nextId(kind: string): number {
    return this.#ids.next(kind);
  }

  get users(): readonly User[] {
    return [...this.#seed.users.values()].toSorted((a, b) => a.id - b.id);
  }

  get currentUser(): User {
    const user = this.#seed.users.get(this.#seed.currentUser);
    if (user === undefined) throw new TypeError("a seed without its current user");
    return user;
  }

  userNamed(username: string): User | undefined {
    return this.#seed.users.get(username);
  }

  userWithId(id: number): User | undefined {
    return this.users.find((user) => user.id === id);
  }

  get projects(): readonly Project[] {
    return visible(this.#seed.projects);
  }

  get groups(): readonly Group[] {
    return visible(this.#seed.groups);
  }

  project(pathOrId: number | string): Project | undefined {
    return find(this.#seed.projects, pathOrId);
  }

  group(pathOrId: number | string): Group | undefined {
    return find(this.#seed.groups, pathOrId);
  }

  ancestors(path: string): readonly Group[] {
    const groups: Group[] = [];
    for (let above = parentPath(path); above !== ""; above = parentPath(above)) {
      const group = this.group(above);
      if (group !== undefined) groups.push(group);
    }
    return groups;
  }

  part<Seed, State>(part: Part<Seed, State>, owner: Owner): State {
    const states = this.#states.get(owner) ?? new Map<string, unknown>();
    this.#states.set(owner, states);
    if (!states.has(part.name)) {
      // oxlint-disable-next-line no-unsafe-type-assertion -- names are unique: the part has read this itself
      const seed = owner.parts.get(part.name) as Seed;
      states.set(part.name, part.open(seed, owner, this));
    }
    // oxlint-disable-next-line no-unsafe-type-assertion -- names are unique: the part has opened this itself
    return states.get(part.name) as State;
  }

  request(method: ApiRequest["method"], path: string, body?: JsonValue): void {
    this.requests.push({ method, path, ...(body === undefined ? {} : { body }) });
  }

  rest(method: ApiRequest["method"], path: string, sent: Sent = {}): RestResponse | undefined {
    const asked = queryText(sent.query ?? {});
    this.request(method, asked === "" ? path : `${path}?${asked}`, sent.body);
    return this.#answer(method, path, sent);
  }

  look(path: string): RestResponse | undefined {
    return this.#answer("GET", path, {});
  }

  #answer(method: ApiRequest["method"], path: string, sent: Sent): RestResponse | undefined {
    const query = sent.query ?? {};
    if (!path.startsWith(api)) return undefined;
    const found = findRoute(this.#routes, method, path.slice(api.length));
    if (found === undefined || !knows(found.route, query)) return undefined;
    const request = { world: this, params: found.params, query, body: sent.body ?? {} };
    try {
      return { status: method === "POST" ? 201 : 200, body: found.route.answer(request) };
    } catch (error) {
      if (error instanceof RestError) return { status: error.status, body: error.body };
      throw error;
    }
  }

  search(scope: string, query: SearchQuery): readonly JsonValue[] | undefined {
    const searches = this.#searches.filter(([name]) => name === scope);
    if (searches.length === 0) return undefined;
    return searches.flatMap(([, search]) => search(query));
  }
}

/** A parameter that a route does not honor would be ignored silently. */
function knows({ query: known }: Route, query: JsonObject): boolean {
  if (known === undefined) return true;
  return Object.entries(query).every(([key, value]) => value === null || known.includes(key));
}

function visible<N extends Namespace>(namespaces: ReadonlyMap<string, N>): readonly N[] {
  return [...namespaces.values()]
    .filter(({ access }) => access !== "none")
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function find<N extends Namespace>(
  namespaces: ReadonlyMap<string, N>,
  pathOrId: number | string,
): N | undefined {
  const text = String(pathOrId);
  const found = /^[0-9]+$/.test(text)
    ? [...namespaces.values()].find(({ id }) => String(id) === text)
    : (namespaces.get(text) ?? ignoringCase(namespaces, text));
  return found?.access === "none" ? undefined : found;
}

/** GitLab's paths do not distinguish case. */
function ignoringCase<N extends Namespace>(
  namespaces: ReadonlyMap<string, N>,
  text: string,
): N | undefined {
  const folded = text.toLowerCase();
  return [...namespaces.values()].find(({ path }) => path.toLowerCase() === folded);
}
