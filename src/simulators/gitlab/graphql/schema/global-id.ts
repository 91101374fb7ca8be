import { GraphQLError } from "graphql";

const prefix = "gid://gitlab/";

/** A global id of GitLab. */
export function globalId(model: string, id: number | string): string {
  return `${prefix}${model}/${id}`;
}

/** The number at the end of a global id that has been checked; NaN where there is none. */
export function numberOf(id: unknown): number {
  return typeof id === "string" ? Number(id.slice(id.lastIndexOf("/") + 1)) : Number.NaN;
}

/** What each scalar of ids takes; undefined for any model. */
export const idModels: Readonly<Record<string, string | undefined>> = {
  AiCatalogItemID: "Ai::Catalog::Item",
  AiCatalogItemVersionID: "Ai::Catalog::ItemVersion",
  AiCatalogItemConsumerID: "Ai::Catalog::ItemConsumer",
  AiCatalogBuiltInToolID: "Ai::Catalog::BuiltInTool",
  AiCatalogMcpServerID: "Ai::Catalog::McpServer",
  AiFoundationalChatAgentID: "Ai::FoundationalChatAgent",
  AiFlowTriggerID: "Ai::FlowTrigger",
  ProjectID: "Project",
  GroupID: "Group",
  NamespaceID: undefined,
  UserID: "User",
  AiModelID: undefined,
  AiConversationThreadID: "Ai::Conversation::Thread",
  NoteableID: undefined,
  NoteID: "Note",
  DiscussionID: "Discussion",
};

/** A global id as an argument. @throws GraphQLError in GitLab's words */
export function checkGlobalId(value: unknown, model: string | undefined): string {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  const match = /^gid:\/\/gitlab\/([A-Za-z:]+)\/[\w-]+$/.exec(shown);
  if (typeof value !== "string" || match === null) {
    throw new GraphQLError(`"${shown}" is not a valid Global ID`);
  }
  if (model !== undefined && match[1] !== model) {
    throw new GraphQLError(`"${value}" does not represent an instance of ${model}`);
  }
  return value;
}
