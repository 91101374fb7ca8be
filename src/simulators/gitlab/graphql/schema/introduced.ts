import type { Release } from "./release.ts";

/**
 * What releases after 18.9 brought, by coordinate: a type, `Type.field`, `Type.field.argument`,
 * `Enum.VALUE`. `AiCatalogItem*` stands for the interface and what implements it, and so does
 * `AiCatalogItemVersion*`. What is only known to have come with some 19.x stands under 19.0.
 */
export const introduced: readonly (readonly [Release, readonly string[]])[] = [
  [
    [18, 10, 0],
    [
      "AiCatalogItem.foundational",
      "AiCatalogThirdPartyFlow.foundational",
      "AiCatalogAgentVersion.mcpServers",
      "AiCatalogAgentCreateInput.mcpServers",
      "AiCatalogAgentUpdateInput.mcpServers",
      "Query.aiCatalogConfiguredItems.includeFoundationalConsumers",
      "Query.aiCatalogMcpServer",
      "Query.aiCatalogMcpServers",
      "AiCatalogMcpServerID",
      "AiCatalogMcpServer",
      "AiCatalogMcpServerConnection",
      "AiCatalogMcpServerEdge",
      "AiCatalogMcpServerTransport",
      "AiCatalogMcpServerAuthType",
      "AiCatalogMcpServerBlockStatus",
    ],
  ],
  [
    [18, 11, 0],
    [
      "AiCatalogAgentVersion.mcpTools",
      "AiCatalogAgentCreateInput.mcpTools",
      "AiCatalogAgentUpdateInput.mcpTools",
      "Query.aiCatalogMcpTools",
      "AiCatalogMcpTool",
      "AiCatalogMcpToolConnection",
      "AiCatalogMcpToolEdge",
      "AiCatalogMcpToolIcon",
      "AiFlowTriggerType.filter",
      "AiFlowTriggerType.precondition",
    ],
  ],
  [
    [19, 0, 0],
    [
      "AiCatalogItemType.FOUNDATIONAL_AGENT",
      "AiCatalogItem*.last30DayUsageCount",
      "AiCatalogItem*.starCount",
      "AiCatalogItem*.starred",
      "AiCatalogItem*.isEnabledInManagedByProject",
      "AiCatalogItemVersion*.deprecated",
      "AiCatalogItemsSort",
      "Query.aiCatalogItems.sort",
      "Project.aiCatalogItems.sort",
      "Query.aiCatalogItemVersions.excludeDeprecated",
      "Query.aiCatalogCustomAndFoundationalItems",
      "AiCatalogCustomAndFoundationalItem",
      "AiCatalogCustomAndFoundationalItemConnection",
      "AiCatalogCustomAndFoundationalItemEdge",
      "Query.aiFoundationalChatAgent",
      "Query.aiFlowsMetadata",
      "AiFlowsMetadata",
      "AiFlowCapability",
      "AiFoundationalChatAgent.flowConfig",
      "AiFoundationalChatAgent.selectableInChat",
      "AiFoundationalChatAgent.systemPrompt",
      "AiFoundationalChatAgent.tools",
      "AiFoundationalChatAgentFlowConfig",
      "Project.aiCatalogItemConsumerForItem",
      "AiCatalogPinnedVersion",
      "AiCatalogItemConsumerCreateInput.pinnedVersion",
      "AiCatalogItemConsumerBulkCreateInput.pinnedVersion",
      "AiCatalogItemConsumerUpdateInput.pinnedVersion",
      "AiFlowTriggerCreateInput.filter",
      "AiFlowTriggerUpdateInput.filter",
      "Mutation.aiCatalogItemStar",
      "AiCatalogItemStarInput",
      "AiCatalogItemStarPayload",
      "Mutation.aiCatalogItemVersionRestore",
      "AiCatalogItemVersionRestoreInput",
      "AiCatalogItemVersionRestorePayload",
    ],
  ],
  [[19, 1, 0], ["AiCatalogItem*.descriptionHtml"]],
  [
    [19, 2, 0],
    [
      "AiCatalogItemVisibility",
      "AiCatalogItem*.visibility",
      "AiCatalogAgent.foundationalAgentReference",
      ...["Agent", "Flow", "ThirdPartyFlow"].flatMap((kind) => [
        `AiCatalog${kind}CreateInput.visibility`,
        `AiCatalog${kind}UpdateInput.visibility`,
      ]),
    ],
  ],
  [
    [19, 3, 0],
    [
      "AiCatalogTriggerConditionsInput",
      "AiCatalogTriggerConditionsGroupInput",
      "AiCatalogTriggerConditionsRuleItemInput",
      "AiCatalogTriggerConditionsMatch",
      "AiCatalogTriggerConditionsOperator",
      "AiCatalogItemConsumerCreateInput.triggerConditions",
      "AiCatalogItemConsumerBulkCreateInput.triggerConditions",
    ],
  ],
];

/** Types of fields and inputs that were others before a release, by coordinate. */
export const changed: readonly (readonly [Release, Readonly<Record<string, string>>])[] = [
  [
    [19, 0, 0],
    {
      "AiCatalogItemConsumer.pinnedVersionPrefix": "String",
      "AiCatalogItemConsumerUpdateInput.pinnedVersionPrefix": "String!",
      "AiFlowTriggerCreateInput.userId": "UserID!",
    },
  ],
  [
    [19, 2, 0],
    {
      "AiCatalogAgentCreateInput.public": "Boolean!",
      "AiCatalogFlowCreateInput.public": "Boolean!",
      "AiCatalogThirdPartyFlowCreateInput.public": "Boolean!",
    },
  ],
];

/** What was there before a release and is not since. */
export const removed: readonly (readonly [Release, string])[] = [
  [
    [19, 0, 0],
    `
extend type AiCatalogFlowVersion { steps: AiCatalogFlowStepsConnection }
type AiCatalogFlowSteps { agent: AiCatalogAgent pinnedVersionPrefix: String }
type AiCatalogFlowStepsConnection { nodes: [AiCatalogFlowSteps] pageInfo: PageInfo! }
input AiCatalogFlowStepsInput { agentId: AiCatalogItemID! pinnedVersionPrefix: String }
extend input AiCatalogFlowCreateInput { steps: [AiCatalogFlowStepsInput!] }
extend input AiCatalogFlowUpdateInput { steps: [AiCatalogFlowStepsInput!] }
`,
  ],
];
