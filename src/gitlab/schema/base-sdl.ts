/** Scalars, enumerations, pages, users and projects. */
export const baseSdl: string = `
schema { query: Query mutation: Mutation }

"""Server strips the field from validation when the instance is older than \`version\` and returns null for it."""
directive @gl_introduced(version: String!) on FIELD | INLINE_FRAGMENT

# scalars
scalar Time                       # ISO 8601 string
scalar JSON
"""n.n.n, major without leading zero. 19.x; before that the field was String."""
scalar AiCatalogPinnedVersion
"""gid://gitlab/Ai::Catalog::Item/<n>"""
scalar AiCatalogItemID
"""gid://gitlab/Ai::Catalog::ItemVersion/<n>"""
scalar AiCatalogItemVersionID
"""gid://gitlab/Ai::Catalog::ItemConsumer/<n>"""
scalar AiCatalogItemConsumerID
"""gid://gitlab/Ai::Catalog::BuiltInTool/<n>"""
scalar AiCatalogBuiltInToolID
"""gid://gitlab/Ai::Catalog::McpServer/<n> (18.10)"""
scalar AiCatalogMcpServerID
"""gid://gitlab/Ai::FoundationalChatAgent/<reference>[-<version>], e.g. .../chat, .../duo_planner-v1"""
scalar AiFoundationalChatAgentID
"""gid://gitlab/Ai::FlowTrigger/<n>"""
scalar AiFlowTriggerID
"""gid://gitlab/Project/<n>"""
scalar ProjectID
"""gid://gitlab/Group/<n>"""
scalar GroupID
"""gid://gitlab/Namespace/<n> (also Namespaces::UserNamespace)"""
scalar NamespaceID
"""gid://gitlab/User/<n>"""
scalar UserID
"""gid://gitlab/MergeRequest/<n> and other noteables"""
scalar NoteableID
"""gid://gitlab/Note/<n>"""
scalar NoteID
"""gid://gitlab/Discussion/<hex>"""
scalar DiscussionID

# enums
enum AiCatalogItemType {
  AGENT              # 1
  FLOW               # 2
  THIRD_PARTY_FLOW   # 3 ("external agent" in the UI)
  FOUNDATIONAL_AGENT # 4, 19.0; virtual: never a stored row, only from aiCatalogCustomAndFoundationalItems
}
enum AiCatalogFlowConfigType { CHAT }
enum AiCatalogVersionBump { MAJOR MINOR PATCH }
"""19.2 experiment. private 0, restricted 1, public 2."""
enum AiCatalogItemVisibility { PRIVATE RESTRICTED PUBLIC }
enum AiCatalogItemVerificationLevel {
  GITLAB_MAINTAINED            # 100
  GITLAB_PARTNER_MAINTAINED    # 50
  VERIFIED_CREATOR_MAINTAINED  # 10
  VERIFIED_CREATOR_SELF_MANAGED # 1
  UNVERIFIED                   # 0
}
"""19.x"""
enum AiCatalogItemsSort { CATALOG_PRIORITY STAR_COUNT_ASC STAR_COUNT_DESC USAGE_COUNT_ASC USAGE_COUNT_DESC }
enum AiCatalogItemReportReason {
  IMMEDIATE_SECURITY_THREAT POTENTIAL_SECURITY_THREAT EXCESSIVE_RESOURCE_USAGE SPAM_OR_LOW_QUALITY OTHER
}
enum AiCatalogMcpServerTransport { HTTP }
enum AiCatalogMcpServerAuthType { OAUTH NO_AUTH }
enum AiCatalogMcpServerBlockStatus { ACTIVE BLOCKED BLOCKED_BY_ANCESTOR } # ACTIVE/BLOCKED spelled from code constants, not from a dump
enum AiCatalogTriggerConditionsMatch { ALL ANY }
enum AiCatalogTriggerConditionsOperator { EQ NE GT LT CONTAINS NOT_CONTAINS IN NOT_IN }

# paging
type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
}

# users, groups, projects (tiny subset)
interface User {
  id: UserID!
  username: String!
  name: String!
  bot: Boolean!
  avatarUrl: String
  webUrl: String!
  webPath: String!
  createdAt: Time
}
type UserCore implements User {
  id: UserID!
  username: String!
  name: String!
  bot: Boolean!
  avatarUrl: String
  webUrl: String!
  webPath: String!
  createdAt: Time
}
type CurrentUser implements User {
  id: UserID!
  username: String!
  name: String!
  bot: Boolean!
  avatarUrl: String
  webUrl: String!
  webPath: String!
  createdAt: Time
}
type Group {
  id: ID
  name: String
  path: String!
  fullPath: ID!
  fullName: String
  webUrl: String!
  duoSettingsPath: String           # 18.9 experiment
}
type Organization { id: ID! name: String! path: String! }
type Project {
  id: ID!
  name: String!
  path: String!
  fullPath: ID!
  nameWithNamespace: String!
  description: String
  archived: Boolean
  visibility: String
  webUrl: String
  group: Group
  rootGroup: Group                  # 18.6
  aiCatalogItem(id: AiCatalogItemID!, showSoftDeleted: Boolean = false): AiCatalogItem                 # 18.5
  """18.6. At most one project per request may resolve this."""
  aiCatalogItems(
    itemTypes: [AiCatalogItemType!], enabled: Boolean, allAvailable: Boolean, search: String,
    sort: AiCatalogItemsSort, after: String, before: String, first: Int, last: Int
  ): AiCatalogItemConnection!
  aiCatalogItemConsumerForItem(id: AiCatalogItemID!): AiCatalogItemConsumer                            # 19.0
  """18.3. At most one project per request."""
  aiFlowTriggers(ids: [AiFlowTriggerID!], after: String, before: String, first: Int, last: Int): AiFlowTriggerTypeConnection
}
type Metadata { version: String! revision: String! enterprise: Boolean! }
type QueryComplexity { limit: Int score: Int }
`;
