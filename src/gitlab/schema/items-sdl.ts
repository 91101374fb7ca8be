/** Items of the AI Catalog and their versions. */
export const itemsSdl: string = `
# catalog items
type AiCatalogItemPermissions {
  adminAiCatalogItem: Boolean!
  forceHardDeleteAiCatalogItem: Boolean!
  readAiCatalogItem: Boolean!
  reportAiCatalogItem: Boolean!
}
type AiCatalogItemConsumerPermissions {
  adminAiCatalogItemConsumer: Boolean!
  readAiCatalogItemConsumer: Boolean!
}

interface AiCatalogItem {
  id: ID!                                   # gid://gitlab/Ai::Catalog::Item/<n>
  itemType: AiCatalogItemType!
  name: String!                             # 3..255 chars
  description: String!                      # <= 1024 chars
  descriptionHtml: String                   # 19.1; null for non-foundational items
  public: Boolean!
  visibility: AiCatalogItemVisibility!      # 19.2 experiment
  foundational: Boolean!                    # on the interface since 18.10; on Agent/Flow since 18.7
  foundationalFlowReference: String
  verificationLevel: AiCatalogItemVerificationLevel!
  softDeleted: Boolean
  softDeletedAt: Time
  createdAt: Time!
  updatedAt: Time!
  project: Project
  """released: true -> latest RELEASED version; absent/false -> latest version of any state (may be a draft)."""
  latestVersion(released: Boolean): AiCatalogItemVersion
  versions(after: String, before: String, first: Int, last: Int): AiCatalogItemVersionConnection
  configurationForProject(projectId: ProjectID!): AiCatalogItemConsumer   # 18.6 experiment
  configurationForGroup(groupId: GroupID!): AiCatalogItemConsumer         # 18.7 experiment
  last30DayUsageCount: Int!                 # 19.x
  starCount: Int!                           # 19.x
  starred: Boolean!                         # 19.x
  isEnabledInManagedByProject: Boolean!     # 19.x; only one AiCatalogItem per request may resolve it
  userPermissions: AiCatalogItemPermissions!
}
type AiCatalogAgent implements AiCatalogItem {
  id: ID!
  itemType: AiCatalogItemType!
  name: String!
  description: String!
  descriptionHtml: String
  public: Boolean!
  visibility: AiCatalogItemVisibility!
  foundational: Boolean!
  foundationalFlowReference: String
  foundationalAgentReference: String        # 19.2 experiment
  verificationLevel: AiCatalogItemVerificationLevel!
  softDeleted: Boolean
  softDeletedAt: Time
  createdAt: Time!
  updatedAt: Time!
  project: Project
  latestVersion(released: Boolean): AiCatalogItemVersion
  versions(after: String, before: String, first: Int, last: Int): AiCatalogItemVersionConnection
  configurationForProject(projectId: ProjectID!): AiCatalogItemConsumer
  configurationForGroup(groupId: GroupID!): AiCatalogItemConsumer
  last30DayUsageCount: Int!
  starCount: Int!
  starred: Boolean!
  isEnabledInManagedByProject: Boolean!
  userPermissions: AiCatalogItemPermissions!
}
type AiCatalogFlow implements AiCatalogItem {
  id: ID!
  itemType: AiCatalogItemType!
  name: String!
  description: String!
  descriptionHtml: String
  public: Boolean!
  visibility: AiCatalogItemVisibility!
  foundational: Boolean!
  foundationalFlowReference: String
  verificationLevel: AiCatalogItemVerificationLevel!
  softDeleted: Boolean
  softDeletedAt: Time
  createdAt: Time!
  updatedAt: Time!
  project: Project
  latestVersion(released: Boolean): AiCatalogItemVersion
  versions(after: String, before: String, first: Int, last: Int): AiCatalogItemVersionConnection
  configurationForProject(projectId: ProjectID!): AiCatalogItemConsumer
  configurationForGroup(groupId: GroupID!): AiCatalogItemConsumer
  last30DayUsageCount: Int!
  starCount: Int!
  starred: Boolean!
  isEnabledInManagedByProject: Boolean!
  userPermissions: AiCatalogItemPermissions!
}
type AiCatalogThirdPartyFlow implements AiCatalogItem {
  id: ID!
  itemType: AiCatalogItemType!
  name: String!
  description: String!
  descriptionHtml: String
  public: Boolean!
  visibility: AiCatalogItemVisibility!
  foundational: Boolean!
  foundationalFlowReference: String
  verificationLevel: AiCatalogItemVerificationLevel!
  softDeleted: Boolean
  softDeletedAt: Time
  createdAt: Time!
  updatedAt: Time!
  project: Project
  latestVersion(released: Boolean): AiCatalogItemVersion
  versions(after: String, before: String, first: Int, last: Int): AiCatalogItemVersionConnection
  configurationForProject(projectId: ProjectID!): AiCatalogItemConsumer
  configurationForGroup(groupId: GroupID!): AiCatalogItemConsumer
  last30DayUsageCount: Int!
  starCount: Int!
  starred: Boolean!
  isEnabledInManagedByProject: Boolean!
  userPermissions: AiCatalogItemPermissions!
}
type AiCatalogItemConnection {
  count(limit: Int): Int!                   # limit N -> returns at most N+1
  edges: [AiCatalogItemEdge]
  nodes: [AiCatalogItem]
  pageInfo: PageInfo!
}
type AiCatalogItemEdge { cursor: String! node: AiCatalogItem }

# versions
interface AiCatalogItemVersion {
  id: ID!                                   # gid://gitlab/Ai::Catalog::ItemVersion/<n>
  versionName: String                       # "1.0.0"   (always \\d+.\\d+.\\d+, <= 50 chars)
  humanVersionName: String                  # "v1.0.0" or "v1.0.0-draft"
  released: Boolean!
  releasedAt: Time
  deprecated: Boolean!                      # 19.x (absent in 18.9)
  createdAt: Time!
  updatedAt: Time!
  createdBy: UserCore                       # 18.8
  item: AiCatalogItem!
}
type AiCatalogAgentVersion implements AiCatalogItemVersion {
  id: ID!
  versionName: String
  humanVersionName: String
  released: Boolean!
  releasedAt: Time
  deprecated: Boolean!
  createdAt: Time!
  updatedAt: Time!
  createdBy: UserCore
  item: AiCatalogItem!
  systemPrompt: String
  userPrompt: String
  tools(after: String, before: String, first: Int, last: Int): AiCatalogBuiltInToolConnection!
  mcpTools: [String!]                       # 18.11 experiment
  mcpServers(after: String, before: String, first: Int, last: Int): AiCatalogMcpServerConnection  # 18.10 experiment
}
type AiCatalogFlowVersion implements AiCatalogItemVersion {
  id: ID!
  versionName: String
  humanVersionName: String
  released: Boolean!
  releasedAt: Time
  deprecated: Boolean!
  createdAt: Time!
  updatedAt: Time!
  createdBy: UserCore
  item: AiCatalogItem!
  """The author's YAML text verbatim (definition['yaml_definition']). Catalog rows of FOUNDATIONAL flows carry a placeholder YAML (component and prompt_id \`foundationalFlow\`, prompt_version "0.0.0"), not the real flow. Null only where no yaml_definition is stored (pre-19 step-based flows)."""
  definition: String
}
type AiCatalogThirdPartyFlowVersion implements AiCatalogItemVersion {
  id: ID!
  versionName: String
  humanVersionName: String
  released: Boolean!
  releasedAt: Time
  deprecated: Boolean!
  createdAt: Time!
  updatedAt: Time!
  createdBy: UserCore
  item: AiCatalogItem!
  definition: String!
}
type AiCatalogItemVersionConnection {
  count(limit: Int): Int!
  edges: [AiCatalogItemVersionEdge]
  nodes: [AiCatalogItemVersion]
  pageInfo: PageInfo!
}
type AiCatalogItemVersionEdge { cursor: String! node: AiCatalogItemVersion }
`;
