import type {
  CatalogToken,
  ItemType,
  ItemVisibility,
  Role,
  TokenScope,
  Verification,
} from "../catalog/index.ts";

/** A user of the simulated instance. */
export interface UserRecord {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly admin: boolean;
  readonly bot: boolean;
  blocked: boolean;
}

/** A token, whose state a test may change between two requests. */
export interface TokenRecord {
  readonly name: string;
  readonly token: string;
  readonly user: UserRecord;
  readonly kind: "access" | "job";
  readonly scopes: readonly TokenScope[];
  readonly expires: string | undefined;
  state: NonNullable<CatalogToken["state"]>;
}

export interface ProjectRecord {
  readonly id: number;
  path: string;
  readonly name: string;
  readonly description: string;
  readonly visibility: "private" | "internal" | "public";
  readonly archived: boolean;
  readonly members: Map<string, Role>;
  readonly mergeRequests: Map<number, MergeRequestRecord>;
  readonly issues: Map<number, NumberedRecord>;
  readonly statuses: StatusRecord[];
  readonly triggers: TriggerRecord[];
}

export interface MergeRequestRecord {
  readonly id: number;
  readonly iid: number;
  readonly title: string;
  readonly sha: string | undefined;
  readonly notes: NoteRecord[];
}

/** An issue or an epic, of which nothing is known but its title. */
export interface NumberedRecord {
  readonly id: number;
  readonly iid: number;
  readonly title: string;
}

export interface GroupRecord {
  readonly id: number;
  readonly path: string;
  readonly epics: Map<number, NumberedRecord>;
}

export interface NoteRecord {
  readonly id: number;
  readonly author: UserRecord;
  readonly type: "DiscussionNote" | "DiffNote" | null;
  readonly system: boolean;
  readonly internal: boolean;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface StatusRecord {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  readonly ref: string | null;
  status: string;
  description: string | null;
  targetUrl: string | null;
  coverage: number | null;
}

export interface TriggerRecord {
  readonly id: number;
  readonly project: ProjectRecord;
  description: string;
  eventTypes: readonly number[];
  configPath: string | null;
  consumer: ConsumerRecord | undefined;
  user: UserRecord | undefined;
  filter: unknown;
  readonly createdAt: string;
  updatedAt: string;
}

/** An agent or a flow of the catalog. */
export interface ItemRecord {
  readonly id: number;
  readonly type: ItemType;
  name: string;
  description: string;
  readonly project: ProjectRecord | undefined;
  visibility: ItemVisibility;
  readonly foundationalReference: string | undefined;
  readonly verification: Verification;
  deletedAt: string | undefined;
  otherStars: number;
  readonly starredBy: Set<string>;
  readonly usage: number;
  readonly createdAt: string;
  updatedAt: string;
  /** From the oldest to the newest. */
  readonly versions: VersionRecord[];
}

/** One version of an item. */
export interface VersionRecord {
  readonly id: number;
  readonly item: ItemRecord;
  version: string;
  released: boolean;
  releasedAt: string | undefined;
  deprecated: boolean;
  readonly createdAt: string;
  updatedAt: string;
  readonly createdBy: UserRecord | undefined;
  content: AgentContent | FlowContent;
}

export interface AgentContent {
  readonly kind: "agent";
  readonly systemPrompt: string;
  readonly userPrompt: string | undefined;
  readonly tools: readonly string[];
  readonly mcpTools: readonly string[];
  /** The flow config, where it is not the one that is made of the rest. */
  readonly config: string | undefined;
}

export interface FlowContent {
  readonly kind: "flow";
  /** Undefined as for flows that are made of steps. */
  readonly definition: string | undefined;
}

/** An item that is enabled in a project or a group. */
export interface ConsumerRecord {
  readonly id: number;
  readonly item: ItemRecord;
  readonly project: ProjectRecord | undefined;
  readonly group: string | undefined;
  pinnedVersion: string | undefined;
  readonly parent: ConsumerRecord | undefined;
  readonly enabled: boolean;
}

/** A built-in tool. */
export interface ToolRecord {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

export interface FoundationalAgentRecord {
  readonly reference: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
  readonly selectableInChat: boolean;
  readonly flowVersion: string | undefined;
  readonly systemPrompt: string | undefined;
  readonly tools: readonly string[];
}
