/** Tools, items that are enabled somewhere, foundational agents, notes. */
export const toolsAndConsumersSdl: string = `
# tools
type AiCatalogBuiltInTool {
  id: AiCatalogBuiltInToolID!
  name: String!                             # machine name, e.g. gitlab_blob_search
  title: String!                            # "Gitlab Blob Search"
  description: String!
}
type AiCatalogBuiltInToolConnection { edges: [AiCatalogBuiltInToolEdge] nodes: [AiCatalogBuiltInTool] pageInfo: PageInfo! }
type AiCatalogBuiltInToolEdge { cursor: String! node: AiCatalogBuiltInTool }
type AiCatalogMcpToolIcon { src: String! mimeType: String! theme: String }
type AiCatalogMcpTool { name: ID! title: String! description: String icons: [AiCatalogMcpToolIcon!]! }
type AiCatalogMcpToolConnection { edges: [AiCatalogMcpToolEdge] nodes: [AiCatalogMcpTool] pageInfo: PageInfo! }
type AiCatalogMcpToolEdge { cursor: String! node: AiCatalogMcpTool }
type AiCatalogMcpServer {
  id: ID!
  name: String!
  description: String
  url: String!
  homepageUrl: String
  transport: AiCatalogMcpServerTransport!
  authType: AiCatalogMcpServerAuthType!
  oauthClientId: String
  createdAt: Time!
  updatedAt: Time!
  organization: Organization!
  currentUserConnected: Boolean!
  blockStatus(groupFullPath: ID, projectFullPath: ID): AiCatalogMcpServerBlockStatus!
}
type AiCatalogMcpServerConnection { edges: [AiCatalogMcpServerEdge] nodes: [AiCatalogMcpServer] pageInfo: PageInfo! }
type AiCatalogMcpServerEdge { cursor: String! node: AiCatalogMcpServer }

# consumers (an item enabled in a group/project) and triggers
type AiCatalogItemConsumer {
  id: ID!
  enabled: Boolean
  item: AiCatalogItem
  """Only 20 AiCatalogItemConsumers per request may resolve this."""
  pinnedItemVersion: AiCatalogItemVersion
  pinnedVersionPrefix: AiCatalogPinnedVersion
  project: Project
  group: Group
  organization: Organization
  parentItemConsumer: AiCatalogItemConsumer
  serviceAccount: UserCore
  flowTrigger: AiFlowTriggerType
  webPath: String                           # 18.9+
  userPermissions: AiCatalogItemConsumerPermissions!
}
type AiCatalogItemConsumerConnection {
  count(limit: Int): Int!
  edges: [AiCatalogItemConsumerEdge]
  nodes: [AiCatalogItemConsumer]
  pageInfo: PageInfo!
}
type AiCatalogItemConsumerEdge { cursor: String! node: AiCatalogItemConsumer }
type AiFlowTriggerType {
  id: ID!
  description: String!
  eventTypes: [Int!]!                       # numeric
  configPath: String
  configUrl: String
  filter: JSON                              # 18.11 experiment
  precondition: JSON                        # 18.11 experiment
  aiCatalogItemConsumer: AiCatalogItemConsumer
  project: Project!
  user: UserCore
  createdAt: Time!
  updatedAt: Time!
}
type AiFlowTriggerTypeConnection {
  count(limit: Int): Int!
  edges: [AiFlowTriggerTypeEdge]
  nodes: [AiFlowTriggerType]
  pageInfo: PageInfo!
}
type AiFlowTriggerTypeEdge { cursor: String! node: AiFlowTriggerType }

# foundational chat agents (monolith registry, not catalog rows)
type AiFoundationalChatAgentFlowConfig {   # 19.x
  flowConfigId: String
  flowConfigSchemaVersion: String
  flowVersion: String
}
type AiFoundationalChatAgent {
  id: AiFoundationalChatAgentID!
  reference: String!
  version: String
  referenceWithVersion: String              # "duo_planner/v1"; plain reference when version is blank
  name: String!
  description: String!
  avatarUrl: String
  flowConfig: AiFoundationalChatAgentFlowConfig  # 19.x
  selectableInChat: Boolean!                # 19.x
  systemPrompt: String                      # 19.x
  tools: [AiCatalogBuiltInTool!]!           # 19.x
}
type AiFoundationalChatAgentConnection { edges: [AiFoundationalChatAgentEdge] nodes: [AiFoundationalChatAgent] pageInfo: PageInfo! }
type AiFoundationalChatAgentEdge { cursor: String! node: AiFoundationalChatAgent }
union AiCatalogCustomAndFoundationalItem = AiCatalogAgent | AiCatalogFlow | AiCatalogThirdPartyFlow | AiFoundationalChatAgent
"""Type name of this connection is inferred."""
type AiCatalogCustomAndFoundationalItemConnection {
  edges: [AiCatalogCustomAndFoundationalItemEdge]
  nodes: [AiCatalogCustomAndFoundationalItem]
  pageInfo: PageInfo!
}
type AiCatalogCustomAndFoundationalItemEdge { cursor: String! node: AiCatalogCustomAndFoundationalItem }
type AiFlowCapability { name: String! metadata: JSON }
type AiFlowsMetadata { capabilities: [AiFlowCapability!]! }

# notes (for reporting back over GraphQL)
type Note {
  id: NoteID!
  body: String!
  bodyHtml: String
  author: UserCore
  createdAt: Time!
  updatedAt: Time!
  internal: Boolean
  system: Boolean!
  resolvable: Boolean!
  resolved: Boolean!
  url: String
}
`;
