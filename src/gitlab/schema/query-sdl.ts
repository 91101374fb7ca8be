/** What can be asked. */
export const querySdl: string = `
# Query
type Query {
  echo(text: String!): String!
  currentUser: CurrentUser
  metadata: Metadata
  queryComplexity: QueryComplexity
  project(fullPath: ID!): Project
  group(fullPath: ID!): Group

  """18.2 experiment. Unknown id, soft-deleted item or no access: null with HTTP 200 and no \`errors\`."""
  aiCatalogItem(id: AiCatalogItemID!, showSoftDeleted: Boolean = false): AiCatalogItem
  """18.2 experiment."""
  aiCatalogItems(
    itemType: AiCatalogItemType, itemTypes: [AiCatalogItemType!], search: String,
    sort: AiCatalogItemsSort = CATALOG_PRIORITY,          # 19.x
    after: String, before: String, first: Int, last: Int
  ): AiCatalogItemConnection!
  """18.8 experiment. Versions of PUBLIC items only, newest id first."""
  aiCatalogItemVersions(
    createdAfter: Time,
    excludeDeprecated: Boolean = true,                    # 19.x
    after: String, before: String, first: Int, last: Int
  ): AiCatalogItemVersionConnection!
  """18.4 experiment. Returns the YAML text itself (a plain String). Null when the version is missing, not an agent version, or not readable."""
  aiCatalogAgentFlowConfig(agentVersionId: AiCatalogItemVersionID!, flowConfigType: AiCatalogFlowConfigType!): String
  """18.3 experiment. Page cap 1000. Sorted by name."""
  aiCatalogBuiltInTools(after: String, before: String, first: Int, last: Int): AiCatalogBuiltInToolConnection!
  """18.11 experiment. Page cap 1000."""
  aiCatalogMcpTools(after: String, before: String, first: Int, last: Int): AiCatalogMcpToolConnection!
  """18.2 experiment. At least one of groupId, projectId."""
  aiCatalogConfiguredItems(
    groupId: GroupID, projectId: ProjectID, itemId: AiCatalogItemID,
    itemType: AiCatalogItemType, itemTypes: [AiCatalogItemType!],
    includeInherited: Boolean = false,
    includeFoundationalConsumers: Boolean = false,        # 18.10 experiment
    configurableForProjectId: ProjectID, foundationalFlowReference: String,
    after: String, before: String, first: Int, last: Int
  ): AiCatalogItemConsumerConnection!
  """18.5 experiment."""
  aiCatalogItemConsumer(id: AiCatalogItemConsumerID!): AiCatalogItemConsumer
  """18.9 experiment. Needs admin_ai_catalog_item_consumer on the project."""
  aiCatalogAvailableFlowsForProject(projectId: ProjectID!, after: String, before: String, first: Int, last: Int): AiCatalogItemConsumerConnection!
  """19.0 experiment."""
  aiCatalogCustomAndFoundationalItems(
    itemTypes: [AiCatalogItemType!], search: String, sort: AiCatalogItemsSort = CATALOG_PRIORITY,
    after: String, before: String, first: Int, last: Int
  ): AiCatalogCustomAndFoundationalItemConnection!
  """18.10 experiment."""
  aiCatalogMcpServer(id: AiCatalogMcpServerID!): AiCatalogMcpServer
  """18.10 experiment."""
  aiCatalogMcpServers(after: String, before: String, first: Int, last: Int): AiCatalogMcpServerConnection!
  """18.6 experiment. Page cap 1000."""
  aiFoundationalChatAgents(projectId: ProjectID, namespaceId: NamespaceID, after: String, before: String, first: Int, last: Int): AiFoundationalChatAgentConnection!
  """19.0 experiment."""
  aiFoundationalChatAgent(reference: String!): AiFoundationalChatAgent
  """19.x experiment."""
  aiFlowsMetadata(namespaceId: NamespaceID, projectId: ProjectID): AiFlowsMetadata!
}
`;
