/** What can be changed. */
export const mutationSdl: string = `
# Mutation
type Mutation {
  aiCatalogAgentCreate(input: AiCatalogAgentCreateInput!): AiCatalogAgentCreatePayload
  aiCatalogAgentUpdate(input: AiCatalogAgentUpdateInput!): AiCatalogAgentUpdatePayload
  aiCatalogAgentDelete(input: AiCatalogAgentDeleteInput!): AiCatalogAgentDeletePayload
  aiCatalogFlowCreate(input: AiCatalogFlowCreateInput!): AiCatalogFlowCreatePayload
  aiCatalogFlowUpdate(input: AiCatalogFlowUpdateInput!): AiCatalogFlowUpdatePayload
  aiCatalogFlowDelete(input: AiCatalogFlowDeleteInput!): AiCatalogFlowDeletePayload
  aiCatalogThirdPartyFlowCreate(input: AiCatalogThirdPartyFlowCreateInput!): AiCatalogThirdPartyFlowCreatePayload
  aiCatalogThirdPartyFlowUpdate(input: AiCatalogThirdPartyFlowUpdateInput!): AiCatalogThirdPartyFlowUpdatePayload
  aiCatalogThirdPartyFlowDelete(input: AiCatalogThirdPartyFlowDeleteInput!): AiCatalogThirdPartyFlowDeletePayload
  aiCatalogItemConsumerCreate(input: AiCatalogItemConsumerCreateInput!): AiCatalogItemConsumerCreatePayload
  aiCatalogItemConsumerBulkCreate(input: AiCatalogItemConsumerBulkCreateInput!): AiCatalogItemConsumerBulkCreatePayload
  aiCatalogItemConsumerUpdate(input: AiCatalogItemConsumerUpdateInput!): AiCatalogItemConsumerUpdatePayload
  aiCatalogItemConsumerDelete(input: AiCatalogItemConsumerDeleteInput!): AiCatalogItemConsumerDeletePayload
  aiCatalogItemReport(input: AiCatalogItemReportInput!): AiCatalogItemReportPayload
  aiCatalogItemStar(input: AiCatalogItemStarInput!): AiCatalogItemStarPayload
  aiCatalogItemVersionRestore(input: AiCatalogItemVersionRestoreInput!): AiCatalogItemVersionRestorePayload
  aiFlowTriggerCreate(input: AiFlowTriggerCreateInput!): AiFlowTriggerCreatePayload
  aiFlowTriggerUpdate(input: AiFlowTriggerUpdateInput!): AiFlowTriggerUpdatePayload
  aiFlowTriggerDelete(input: AiFlowTriggerDeleteInput!): AiFlowTriggerDeletePayload
  createNote(input: CreateNoteInput!): CreateNotePayload
  updateNote(input: UpdateNoteInput!): UpdateNotePayload
  destroyNote(input: DestroyNoteInput!): DestroyNotePayload
}
# Payload rule: clientMutationId: String, errors: [String!]! plus the result field. Validation problems go in payload.errors
# (HTTP 200, no top-level errors); missing permission/record goes in top-level \`errors\` and the mutation field is null.

"""Exactly one of public, visibility (19.2+). Before 19.2: public: Boolean! required."""
input AiCatalogAgentCreateInput {
  clientMutationId: String
  projectId: ProjectID!
  name: String!
  description: String!
  public: Boolean                                  # deprecated 19.2, use visibility
  visibility: AiCatalogItemVisibility              # 19.2
  release: Boolean
  systemPrompt: String!
  userPrompt: String
  tools: [AiCatalogBuiltInToolID!]
  mcpTools: [String!]                              # 18.11
  mcpServers: [AiCatalogMcpServerID!]              # 18.10
}
type AiCatalogAgentCreatePayload { clientMutationId: String errors: [String!]! item: AiCatalogAgent }
"""public and visibility are mutually exclusive."""
input AiCatalogAgentUpdateInput {
  clientMutationId: String
  id: AiCatalogItemID!
  name: String
  description: String
  public: Boolean
  visibility: AiCatalogItemVisibility
  release: Boolean
  systemPrompt: String
  userPrompt: String
  tools: [AiCatalogBuiltInToolID!]
  mcpTools: [String!]
  mcpServers: [AiCatalogMcpServerID!]
  versionBump: AiCatalogVersionBump
}
type AiCatalogAgentUpdatePayload { clientMutationId: String errors: [String!]! item: AiCatalogAgent }
input AiCatalogAgentDeleteInput { clientMutationId: String id: AiCatalogItemID! forceHardDelete: Boolean }
type AiCatalogAgentDeletePayload { clientMutationId: String errors: [String!]! success: Boolean! }

"""Exactly one of public, visibility (19.2+)."""
input AiCatalogFlowCreateInput {
  clientMutationId: String
  projectId: ProjectID!
  name: String!
  description: String!
  public: Boolean
  visibility: AiCatalogItemVisibility
  release: Boolean
  definition: String                               # flow registry v1 YAML, <= 40 KiB (19.3)
}
type AiCatalogFlowCreatePayload { clientMutationId: String errors: [String!]! item: AiCatalogFlow }
input AiCatalogFlowUpdateInput {
  clientMutationId: String
  id: AiCatalogItemID!
  name: String
  description: String
  public: Boolean
  visibility: AiCatalogItemVisibility
  release: Boolean
  definition: String
  versionBump: AiCatalogVersionBump
}
type AiCatalogFlowUpdatePayload { clientMutationId: String errors: [String!]! item: AiCatalogFlow }
input AiCatalogFlowDeleteInput { clientMutationId: String id: AiCatalogItemID! forceHardDelete: Boolean }
type AiCatalogFlowDeletePayload { clientMutationId: String errors: [String!]! success: Boolean! }

input AiCatalogThirdPartyFlowCreateInput {
  clientMutationId: String
  projectId: ProjectID!
  name: String!
  description: String!
  public: Boolean
  visibility: AiCatalogItemVisibility
  release: Boolean
  definition: String!
}
type AiCatalogThirdPartyFlowCreatePayload { clientMutationId: String errors: [String!]! item: AiCatalogThirdPartyFlow }
input AiCatalogThirdPartyFlowUpdateInput {
  clientMutationId: String
  id: AiCatalogItemID!
  name: String
  description: String
  public: Boolean
  visibility: AiCatalogItemVisibility
  release: Boolean
  definition: String
  versionBump: AiCatalogVersionBump
}
type AiCatalogThirdPartyFlowUpdatePayload { clientMutationId: String errors: [String!]! item: AiCatalogThirdPartyFlow }
input AiCatalogThirdPartyFlowDeleteInput { clientMutationId: String id: AiCatalogItemID! forceHardDelete: Boolean }
type AiCatalogThirdPartyFlowDeletePayload { clientMutationId: String errors: [String!]! success: Boolean! }

input ItemConsumerTargetInput { groupId: GroupID projectId: ProjectID }
input AiCatalogTriggerConditionsRuleItemInput {
  field: String
  operator: AiCatalogTriggerConditionsOperator
  value: JSON
  match: AiCatalogTriggerConditionsMatch
  rules: [AiCatalogTriggerConditionsRuleItemInput!]
}
input AiCatalogTriggerConditionsGroupInput {
  match: AiCatalogTriggerConditionsMatch
  rules: [AiCatalogTriggerConditionsRuleItemInput!]!
}
"""One optional group per event type (camelCased event names)."""
input AiCatalogTriggerConditionsInput {
  mention: AiCatalogTriggerConditionsGroupInput
  assign: AiCatalogTriggerConditionsGroupInput
  assignReviewer: AiCatalogTriggerConditionsGroupInput
  pipelineHooks: AiCatalogTriggerConditionsGroupInput
  mergeRequestReady: AiCatalogTriggerConditionsGroupInput
  mergeRequestCodeConflict: AiCatalogTriggerConditionsGroupInput
  mergeRequest: AiCatalogTriggerConditionsGroupInput
  workItem: AiCatalogTriggerConditionsGroupInput
  commitToDefaultBranch: AiCatalogTriggerConditionsGroupInput
}
input AiCatalogItemConsumerCreateInput {
  clientMutationId: String
  itemId: AiCatalogItemID!
  target: ItemConsumerTargetInput!
  parentItemConsumerId: AiCatalogItemConsumerID
  triggerTypes: [String!]
  triggerFilter: JSON                              # deprecated 19.3
  triggerConditions: AiCatalogTriggerConditionsInput # 19.3
  pinnedVersion: AiCatalogPinnedVersion            # 19.0
}
type AiCatalogItemConsumerCreatePayload { clientMutationId: String errors: [String!]! itemConsumer: AiCatalogItemConsumer }
input AiCatalogItemConsumerBulkCreateInput {
  clientMutationId: String
  itemId: AiCatalogItemID!
  projectIds: [ProjectID!]!                        # <= 100
  triggerTypes: [String!]
  triggerFilter: JSON
  triggerConditions: AiCatalogTriggerConditionsInput
  pinnedVersion: AiCatalogPinnedVersion
}
type AiCatalogItemConsumerBulkCreatePayload { clientMutationId: String errors: [String!]! }
"""Exactly one of pinnedVersion, pinnedVersionPrefix (19.x). In 18.9 pinnedVersionPrefix: String! was required."""
input AiCatalogItemConsumerUpdateInput {
  clientMutationId: String
  id: AiCatalogItemConsumerID!
  pinnedVersion: AiCatalogPinnedVersion
  pinnedVersionPrefix: AiCatalogPinnedVersion      # deprecated 19.0
  serviceAccountId: UserID
  triggerTypes: [String!]
}
type AiCatalogItemConsumerUpdatePayload { clientMutationId: String errors: [String!]! itemConsumer: AiCatalogItemConsumer }
input AiCatalogItemConsumerDeleteInput { clientMutationId: String id: AiCatalogItemConsumerID! }
type AiCatalogItemConsumerDeletePayload { clientMutationId: String errors: [String!]! success: Boolean! }
input AiCatalogItemReportInput { clientMutationId: String id: AiCatalogItemID! reason: AiCatalogItemReportReason! body: String }
type AiCatalogItemReportPayload { clientMutationId: String errors: [String!]! }
input AiCatalogItemStarInput { clientMutationId: String id: AiCatalogItemID! starred: Boolean! }
type AiCatalogItemStarPayload { clientMutationId: String errors: [String!]! starCount: Int! }
input AiCatalogItemVersionRestoreInput { clientMutationId: String id: AiCatalogItemVersionID! deprecateCurrent: Boolean }
type AiCatalogItemVersionRestorePayload { clientMutationId: String errors: [String!]! itemVersion: AiCatalogItemVersion }

"""Exactly one of configPath, aiCatalogItemConsumerId is stored. userId: required (UserID!) in 18.9, optional in 19.x."""
input AiFlowTriggerCreateInput {
  clientMutationId: String
  projectPath: ID!
  userId: UserID
  description: String!
  eventTypes: [Int!]
  filter: JSON                                     # 19.0 experiment
  configPath: String
  aiCatalogItemConsumerId: AiCatalogItemConsumerID
}
type AiFlowTriggerCreatePayload { clientMutationId: String errors: [String!]! aiFlowTrigger: AiFlowTriggerType }
input AiFlowTriggerUpdateInput {
  clientMutationId: String
  id: AiFlowTriggerID!
  userId: UserID
  description: String
  eventTypes: [Int!]
  filter: JSON
  configPath: String
  aiCatalogItemConsumerId: AiCatalogItemConsumerID
}
type AiFlowTriggerUpdatePayload { clientMutationId: String errors: [String!]! aiFlowTrigger: AiFlowTriggerType }
input AiFlowTriggerDeleteInput { clientMutationId: String id: AiFlowTriggerID! }
type AiFlowTriggerDeletePayload { clientMutationId: String errors: [String!]! }

input CreateNoteInput {
  clientMutationId: String
  noteableId: NoteableID!
  body: String!
  discussionId: DiscussionID
  internal: Boolean
  mergeRequestDiffHeadSha: String
}
type CreateNotePayload { clientMutationId: String errors: [String!]! note: Note }
input UpdateNoteInput { clientMutationId: String id: NoteID! body: String }
type UpdateNotePayload { clientMutationId: String errors: [String!]! note: Note }
input DestroyNoteInput { clientMutationId: String id: NoteID! }
type DestroyNotePayload { clientMutationId: String errors: [String!]! note: Note }
`;
