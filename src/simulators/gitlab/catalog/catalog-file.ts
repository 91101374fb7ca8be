import type { CatalogDuoChat } from "./duo-chat.ts";

/** One file of a simulated instance; {@link catalogFileSchema} is what checks it. */
export interface CatalogFile {
  readonly instance?: { readonly version?: string; readonly requests_per_minute?: number };
  readonly users?: readonly CatalogUser[];
  readonly tokens?: readonly CatalogToken[];
  readonly projects?: readonly CatalogProject[];
  readonly groups?: readonly CatalogGroup[];
  readonly tools?: readonly CatalogTool[];
  readonly items?: readonly CatalogFileItem[];
  readonly consumers?: readonly CatalogConsumer[];
  readonly foundational_agents?: readonly CatalogFoundationalAgent[];
  readonly duo_chat?: CatalogDuoChat;
}

export interface CatalogUser {
  readonly username: string;
  readonly name?: string;
  readonly admin?: boolean;
  readonly bot?: boolean;
  readonly blocked?: boolean;
}

export type TokenScope = "api" | "read_api" | "read_user";

export interface CatalogToken {
  readonly name: string;
  readonly token: string;
  readonly user: string;
  readonly kind?: "access" | "job";
  readonly scopes?: readonly TokenScope[];
  readonly state?: "active" | "expired" | "revoked";
  readonly expires?: string;
}

export type Role = "guest" | "reporter" | "developer" | "maintainer" | "owner";

export interface CatalogProject {
  readonly id: number;
  readonly path: string;
  readonly name?: string;
  readonly description?: string;
  readonly visibility?: "private" | "internal" | "public";
  readonly archived?: boolean;
  readonly members?: Readonly<Record<string, Role>>;
  readonly merge_requests?: readonly CatalogMergeRequest[];
  readonly issues?: readonly CatalogNumbered[];
}

export interface CatalogGroup {
  readonly id: number;
  readonly path: string;
  readonly epics?: readonly CatalogNumbered[];
}

/** An issue or an epic, by its number in its project or group. */
export interface CatalogNumbered {
  readonly iid: number;
  readonly title?: string;
}

export interface CatalogMergeRequest {
  readonly iid: number;
  readonly title?: string;
  readonly sha?: string;
  readonly notes?: readonly {
    readonly author: string;
    readonly body: string;
    readonly system?: boolean;
    readonly type?: "DiscussionNote" | "DiffNote";
  }[];
}

export interface CatalogTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
}

export type ItemType = "agent" | "flow" | "third_party_flow";
export type ItemVisibility = "public" | "restricted" | "private";

export interface CatalogFileItem {
  readonly id: number;
  readonly type: ItemType;
  readonly name: string;
  readonly description?: string;
  readonly project?: string;
  readonly visibility?: ItemVisibility;
  readonly foundational_reference?: string;
  readonly verification?: Verification;
  readonly deleted?: boolean;
  readonly placeholder?: boolean;
  readonly stars?: number;
  readonly usage?: number;
  readonly created?: string;
  readonly versions?: readonly CatalogFileVersion[];
}

export type Verification =
  | "gitlab_maintained"
  | "gitlab_partner_maintained"
  | "verified_creator_maintained"
  | "verified_creator_self_managed"
  | "unverified";

export interface CatalogFileVersion {
  readonly id?: number;
  readonly version: string;
  readonly state?: "released" | "draft" | "deprecated";
  readonly released_at?: string | null;
  readonly created?: string;
  readonly created_by?: string;
  readonly system_prompt?: string;
  readonly user_prompt?: string;
  readonly tools?: readonly string[];
  readonly mcp_tools?: readonly string[];
  readonly definition?: string | null;
  readonly definition_file?: string;
  readonly config?: string;
  readonly config_file?: string;
}

export interface CatalogConsumer {
  readonly id: number;
  readonly item: number;
  readonly project?: string;
  readonly group?: string;
  readonly pinned_version?: string;
  readonly parent?: number;
  readonly enabled?: boolean;
}

export interface CatalogFoundationalAgent {
  readonly reference: string;
  readonly version?: string;
  readonly name: string;
  readonly description?: string;
  readonly selectable_in_chat?: boolean;
  readonly flow_version?: string;
  readonly system_prompt?: string;
  readonly tools?: readonly string[];
}
