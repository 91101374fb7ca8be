import type { Clock } from "../../../core/clock.ts";
import type {
  CatalogConsumer,
  CatalogFile,
  CatalogFileItem,
  CatalogFileVersion,
  CatalogNumbered,
  CatalogProject,
} from "../catalog/index.ts";
import { dateTime } from "./date-time.ts";
import { DuoChat } from "./duo-chat/duo-chat.ts";
import { placeholderFlow } from "./placeholder-flow.ts";
import type {
  AgentContent,
  ConsumerRecord,
  FlowContent,
  FoundationalAgentRecord,
  GroupRecord,
  ItemRecord,
  NumberedRecord,
  ProjectRecord,
  TokenRecord,
  ToolRecord,
  UserRecord,
  VersionRecord,
} from "./records.ts";

/** When everything began that does not say so itself. */
const beginning = "2026-01-01T00:00:00Z";

/**
 * What a simulated instance holds. Requests change it, and so may a test between two of them: records are
 * meant to be changed, ids are never given twice.
 */
export class GitlabState {
  readonly users: Map<string, UserRecord> = new Map();
  readonly tokens: TokenRecord[] = [];
  readonly projects: Map<number, ProjectRecord> = new Map();
  readonly groups: Map<string, GroupRecord> = new Map();
  readonly tools: Map<string, ToolRecord> = new Map();
  readonly items: Map<number, ItemRecord> = new Map();
  readonly consumers: Map<number, ConsumerRecord> = new Map();
  readonly foundationalAgents: FoundationalAgentRecord[] = [];
  readonly duoChat: DuoChat;
  readonly #clock: Clock;
  #lastId = 0;

  /** @throws TypeError for what a catalog names and does not hold; catalogs that were read never do. */
  constructor(catalog: CatalogFile, clock: Clock) {
    this.#clock = clock;
    this.#lastId = largestId(catalog);
    for (const user of catalog.users ?? []) {
      const { username, name = username, admin = false, bot = false, blocked = false } = user;
      this.users.set(username, { id: this.users.size + 1, username, name, admin, bot, blocked });
    }
    for (const { user, kind = "access", state = "active", ...token } of catalog.tokens ?? []) {
      const scopes = token.scopes ?? ["read_api"];
      const expires = token.expires;
      this.tokens.push({ ...token, user: this.user(user), kind, state, scopes, expires });
    }
    for (const project of catalog.projects ?? []) this.#addProject(project);
    this.#addTools(catalog);
    for (const item of catalog.items ?? []) this.addItem(item);
    for (const consumer of catalog.consumers ?? []) this.#addConsumer(consumer);
    for (const agent of catalog.foundational_agents ?? []) {
      const { version = "", description = "", selectable_in_chat: selectable = true } = agent;
      const { flow_version: flowVersion, system_prompt: systemPrompt, tools = [] } = agent;
      const { reference, name } = agent;
      const rest = { flowVersion, systemPrompt, tools };
      this.foundationalAgents.push({
        reference,
        version,
        name,
        description,
        selectableInChat: selectable,
        ...rest,
      });
    }
    this.#addNumbered(catalog);
    this.duoChat = new DuoChat(catalog.duo_chat, clock);
  }

  /** The next id of whatever is made. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  now(): string {
    return dateTime(this.#clock.now());
  }

  user(username: string): UserRecord {
    return present(this.users.get(username), `user "${username}"`);
  }

  /** By its path, or by its number. */
  findProject(reference: string): ProjectRecord | undefined {
    const all = [...this.projects.values()];
    return all.find(
      ({ id, path }) => String(id) === reference || path.toLowerCase() === reference.toLowerCase(),
    );
  }

  findVersion(id: number): VersionRecord | undefined {
    for (const { versions } of this.items.values()) {
      const version = versions.find((each) => each.id === id);
      if (version !== undefined) return version;
    }
    return undefined;
  }

  /** Adds an item as a catalog file describes it. */
  addItem(given: CatalogFileItem): ItemRecord {
    const { id, type, name, description = "", visibility = "public", placeholder = false } = given;
    const createdAt = given.created === undefined ? beginning : dateTime(Date.parse(given.created));
    const item: ItemRecord = {
      id,
      type,
      name,
      description,
      project:
        given.project === undefined
          ? undefined
          : present(this.findProject(given.project), `project "${given.project}"`),
      visibility,
      foundationalReference: given.foundational_reference,
      verification: given.verification ?? (placeholder ? "gitlab_maintained" : "unverified"),
      deletedAt: given.deleted === true ? createdAt : undefined,
      otherStars: given.stars ?? 0,
      starredBy: new Set(),
      usage: given.usage ?? 0,
      createdAt,
      updatedAt: createdAt,
      versions: [],
    };
    this.items.set(id, item);
    this.#lastId = Math.max(this.#lastId, id);
    const seeded: readonly CatalogFileVersion[] = [
      { version: "1.0.0", definition: placeholderFlow },
    ];
    for (const version of placeholder ? seeded : (given.versions ?? []))
      this.addVersion(item, version);
    return item;
  }

  /** Adds a version as a catalog file describes it; it is then the newest of its item. */
  addVersion(item: ItemRecord, given: CatalogFileVersion): VersionRecord {
    const { state = "released", created, released_at: releasedAt, created_by: author } = given;
    const createdAt = created === undefined ? item.createdAt : dateTime(Date.parse(created));
    const released = state !== "draft";
    const version: VersionRecord = {
      id: given.id ?? this.nextId(),
      item,
      version: given.version,
      released,
      releasedAt: released ? releaseDate(releasedAt, createdAt) : undefined,
      deprecated: state === "deprecated",
      createdAt,
      updatedAt: createdAt,
      createdBy: author === undefined ? undefined : this.user(author),
      content: item.type === "agent" ? agentContent(given) : flowContent(given),
    };
    item.versions.push(version);
    for (const tool of given.tools ?? []) this.addTool({ name: tool });
    return version;
  }

  /** Adds a built-in tool, unless there is one of its name. */
  addTool({
    name,
    title,
    description,
  }: {
    name: string;
    title?: string;
    description?: string;
  }): void {
    if (this.tools.has(name)) return;
    const shown =
      title ?? name.replaceAll("_", " ").replaceAll(/\b[a-z]/g, (first) => first.toUpperCase());
    const id = this.tools.size + 1;
    this.tools.set(name, { id, name, title: shown, description: description ?? `${shown}.` });
  }

  #addTools(catalog: CatalogFile): void {
    const agents = [
      ...(catalog.items ?? []).flatMap(({ versions = [] }) => versions),
      ...(catalog.foundational_agents ?? []),
    ];
    for (const tool of catalog.tools ?? []) this.addTool(tool);
    for (const { tools = [] } of agents) for (const name of tools) this.addTool({ name });
  }

  #addProject(given: CatalogProject): void {
    const { id, path, description = "", visibility = "private", archived = false } = given;
    const mergeRequests: ProjectRecord["mergeRequests"] = new Map();
    for (const { iid, title = `Merge request ${iid}`, sha, notes = [] } of given.merge_requests ??
      []) {
      const written = notes.map(({ author, body, system = false, type }) => ({
        id: this.nextId(),
        author: this.user(author),
        type: type ?? null,
        system,
        internal: false,
        body,
        createdAt: beginning,
        updatedAt: beginning,
      }));
      mergeRequests.set(iid, { id: this.nextId(), iid, title, sha, notes: written });
    }
    const name = given.name ?? path.split("/").at(-1) ?? path;
    const members = new Map(Object.entries(given.members ?? {}));
    const parts = { members, mergeRequests, issues: new Map(), statuses: [], triggers: [] };
    this.projects.set(id, { id, path, name, description, visibility, archived, ...parts });
  }

  /** Last of all, so that it moves the ids of nothing else. */
  #addNumbered({ projects = [], groups = [] }: CatalogFile): void {
    const numbered = (
      kind: string,
      all: readonly CatalogNumbered[] = [],
    ): [number, NumberedRecord][] =>
      all.map(({ iid, title = `${kind} ${iid}` }) => [iid, { id: this.nextId(), iid, title }]);
    for (const { id, issues } of projects) {
      for (const [iid, issue] of numbered("Issue", issues)) {
        this.projects.get(id)?.issues.set(iid, issue);
      }
    }
    for (const { id, path, epics } of groups) {
      this.groups.set(path.toLowerCase(), { id, path, epics: new Map(numbered("Epic", epics)) });
    }
  }

  #addConsumer({
    id,
    item,
    project,
    group,
    pinned_version: pinned,
    parent,
    enabled = true,
  }: CatalogConsumer): void {
    this.consumers.set(id, {
      id,
      item: present(this.items.get(item), `item ${item}`),
      project:
        project === undefined
          ? undefined
          : present(this.findProject(project), `project "${project}"`),
      group,
      pinnedVersion: pinned,
      parent: parent === undefined ? undefined : this.consumers.get(parent),
      enabled,
    });
  }
}

function largestId({
  items = [],
  consumers = [],
  projects = [],
  groups = [],
}: CatalogFile): number {
  const versions = items.flatMap((item) => item.versions ?? []);
  const ids = [...items, ...consumers, ...projects, ...groups, ...versions].map(({ id = 0 }) => id);
  return ids.reduce((largest, id) => Math.max(largest, id), 1000);
}

/** Old instances released without a date, which a catalog says with null. */
function releaseDate(given: string | null | undefined, createdAt: string): string | undefined {
  if (given === null) return undefined;
  return given === undefined ? createdAt : dateTime(Date.parse(given));
}

function agentContent(given: CatalogFileVersion): AgentContent {
  const { system_prompt: systemPrompt = "", user_prompt: userPrompt, tools = [], config } = given;
  return {
    kind: "agent",
    systemPrompt,
    userPrompt,
    tools,
    mcpTools: given.mcp_tools ?? [],
    config,
  };
}

function flowContent({ definition }: CatalogFileVersion): FlowContent {
  return { kind: "flow", definition: definition ?? undefined };
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`the catalog has no ${what}`);
  return value;
}
