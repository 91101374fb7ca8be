import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import type { ApiRequest } from "../../fake.ts";
import type { Group, Namespace, Owner, Project } from "./owner.ts";
import type { SeedBlock } from "./seed-block.ts";
import type { User } from "./user.ts";

/** The GitLab of one trial. What is in it belongs to the families; this is how they reach it and each other. */
export interface World {
  /** Without a trailing slash: `https://gitlab.example.com`. */
  readonly url: string;
  readonly currentUser: User;
  /** Sorted by id. */
  readonly users: readonly User[];
  userNamed(username: string): User | undefined;
  userWithId(id: number): User | undefined;
  readonly instance: Owner;
  /** Sorted by path; without those that the current user may not see. */
  readonly projects: readonly Project[];
  readonly groups: readonly Group[];
  /** By path or id, also when the id is written as text. */
  project(pathOrId: number | string): Project | undefined;
  group(pathOrId: number | string): Group | undefined;
  /** The groups around a namespace, the nearest first; without those that cannot be seen. */
  ancestors(path: string): readonly Group[];
  /** The state of a part in this trial. */
  part<Seed, State>(part: Part<Seed, State>, owner: Owner): State;
  /** A global id that nothing of the kind had before. */
  nextId(kind: string): number;
  /** ISO 8601 with milliseconds. */
  readonly now: string;
  /** Lets a second pass, once for each write. @returns the new time */
  tick(): string;
  /** What would have been asked of GitLab, in order. */
  readonly requests: readonly ApiRequest[];
  /** Writes a request down that is not answered by a route: GraphQL, git. */
  request(method: ApiRequest["method"], path: string, body?: JsonValue): void;
  /**
   * Sends a request to the REST API and writes it down; `path` begins with `/api/v4/`.
   *
   * @returns undefined where no family has such a route, or the route does not know a parameter
   */
  rest(method: ApiRequest["method"], path: string, sent?: Sent): RestResponse | undefined;
  /** Reads through a route of another family without asking for it: nothing is written down. */
  look(path: string): RestResponse | undefined;
  /** What is found of a scope of the search API ("issues", "notes", "blobs"); undefined where nobody searches that. */
  search(scope: string, query: SearchQuery): readonly JsonValue[] | undefined;
}

/** What goes with a request. */
export interface Sent {
  readonly query?: JsonObject;
  readonly body?: JsonObject;
}

/** What GitLab's REST API answers. */
export interface RestResponse {
  readonly status: number;
  readonly body: JsonValue;
}

/** A request that a route takes. */
export interface RestRequest {
  readonly world: World;
  /** The path's `:names`, decoded. */
  readonly params: ReadonlyMap<string, string>;
  readonly query: JsonObject;
  readonly body: JsonObject;
}

/** One endpoint below `/api/v4`. A segment `:name` takes anything; a path in it comes encoded. */
export interface Route {
  readonly method: ApiRequest["method"];
  /** `/projects/:id/issues/:iid` */
  readonly path: string;
  /** Parameters of the query that it honors; the fake cannot know what others would do. All where it is left out. */
  readonly query?: readonly string[];
  /**
   * The body of a success.
   *
   * @throws RestError for what the API refuses
   */
  answer(request: RestRequest): JsonValue;
}

/** What the search API is asked about one project or group. A search of a group asks for it and all below it, one by one. */
export interface SearchQuery {
  readonly world: World;
  readonly owner: Group | Project;
  readonly text: string;
  /** The other parameters, as they came. */
  readonly params: JsonObject;
}

/** Finds in one project or group; results in the shape and default order of the search API. */
export type Search = (query: SearchQuery) => readonly JsonValue[];

/**
 * One kind of thing that the instance, a group or a project has: its keys in the seed, what is read from
 * them, and its state in a trial. See family.ts for how to add one.
 */
export interface Part<Seed, State> {
  /** Unique among all parts. */
  readonly name: string;
  /** JSON Schema of each key of the owner's block that it reads. */
  readonly properties: Readonly<Record<string, JsonObject>>;
  /** Reads the owner's block, once per seed. The result is shared by all trials and never changed. */
  read(block: SeedBlock, owner: PartOwner): Seed;
  /** The state of a trial, made on first use: cheap, and copied on write (see Table). */
  open(seed: Seed, owner: Owner, world: World): State;
  /** The keys of the owner's block as they are now, defaults filled in. */
  show(state: State, owner: Owner, world: World): JsonObject;
}

/** What is known of an owner while its block is read. */
export type PartOwner = Pick<Owner, "kind" | "path">;

/** A part whose types do not matter; methods let any part be one. */
export type AnyPart = Part<unknown, unknown>;

export type { Group, Namespace, Owner, Project, User };
