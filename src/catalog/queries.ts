/**
 * Every operation that is sent to an instance. The AI Catalog is experimental in GitLab's API: fields
 * come and go between releases, so nothing is asked for anywhere else. A test validates them against the
 * schema; `@gl_introduced` lets older instances leave out what they do not know.
 */

const versionFields = `
  id
  versionName
  humanVersionName
  released
  releasedAt
  deprecated @gl_introduced(version: "19.0.0")
  ... on AiCatalogFlowVersion { definition }
  ... on AiCatalogThirdPartyFlowVersion { externalDefinition: definition }
`;

const itemFields = `
  id
  itemType
  name
  description
  public
  visibility @gl_introduced(version: "19.2.0")
  foundational @gl_introduced(version: "18.10.0")
  foundationalFlowReference
  ... on AiCatalogAgent { foundationalAgentReference @gl_introduced(version: "19.2.0") }
  project { id fullPath }
`;

/** An item with its newest version and its newest released version. */
export const itemQuery: string = `
query flowproofItem($id: AiCatalogItemID!) {
  aiCatalogItem(id: $id) {
    ${itemFields}
    latestReleased: latestVersion(released: true) { ...versionFields }
    latest: latestVersion { ...versionFields }
  }
}
fragment versionFields on AiCatalogItemVersion { ${versionFields} }
`;

/** One page of an item's versions. */
export const versionsQuery: string = `
query flowproofVersions($id: AiCatalogItemID!, $first: Int!, $after: String) {
  aiCatalogItem(id: $id) {
    id
    versions(first: $first, after: $after) {
      nodes { ...versionFields }
      pageInfo { hasNextPage endCursor }
    }
  }
}
fragment versionFields on AiCatalogItemVersion { ${versionFields} }
`;

/** The flow config that the instance makes of an agent's version. */
export const agentConfigQuery: string = `
query flowproofAgentConfig($id: AiCatalogItemVersionID!) {
  aiCatalogAgentFlowConfig(agentVersionId: $id, flowConfigType: CHAT)
}
`;

/** One page of the items that match. */
export const itemsQuery: string = `
query flowproofItems($types: [AiCatalogItemType!], $search: String, $first: Int!, $after: String) {
  aiCatalogItems(itemTypes: $types, search: $search, first: $first, after: $after) {
    nodes {
      ${itemFields}
      latestReleased: latestVersion(released: true) { id versionName humanVersionName released releasedAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

/** One page of the tools that agents of the instance may have. */
export const builtInToolsQuery: string = `
query flowproofBuiltInTools($first: Int!, $after: String) {
  aiCatalogBuiltInTools(first: $first, after: $after) {
    nodes { id name title description }
    pageInfo { hasNextPage endCursor }
  }
}
`;

/** The id of a project that is known by its path. */
export const projectQuery: string = `
query flowproofProject($path: ID!) {
  project(fullPath: $path) { id fullPath }
}
`;

export const createAgentMutation: string = `
mutation flowproofCreateAgent($input: AiCatalogAgentCreateInput!) {
  aiCatalogAgentCreate(input: $input) {
    errors
    item { id name latestVersion { id versionName released } }
  }
}
`;

export const createFlowMutation: string = `
mutation flowproofCreateFlow($input: AiCatalogFlowCreateInput!) {
  aiCatalogFlowCreate(input: $input) {
    errors
    item { id name latestVersion { id versionName released } }
  }
}
`;
