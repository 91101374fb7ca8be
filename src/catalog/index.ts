export { askBuiltInTools, type BuiltInTool } from "./ask/ask-built-in-tools.ts";
export { askItems, type ItemSearch } from "./ask/ask-items.ts";
export { showItem, type ShownItem } from "./ask/show-item.ts";
export { createItem } from "./create/create-item.ts";
export { draftItem, type ItemDraft } from "./create/draft-item.ts";
export { planCreation, type PlannedItem } from "./create/plan-creation.ts";
export { askProject } from "./ask/ask-project.ts";
export type { CatalogItem, CatalogVersion, ItemKind } from "./catalog-item.ts";
export { itemNumber } from "./item-number.ts";
export {
  catalogStatus,
  type DefinedItem,
  type ItemState,
  type ItemStatus,
} from "./status/catalog-status.ts";
export { emptyLock } from "./lock/locked-entries.ts";
export { loadLock } from "./lock/load-lock.ts";
export { type FetchRequest, parseFetchRequests } from "./sync/fetch-request.ts";
export type { FetchedItem, FlowRegistryVersion } from "./sync/fetched-config.ts";
export type { Layout } from "./sync/layout.ts";
export type { PlannedConfig } from "./sync/plan-sync.ts";
export type { VersionWish } from "./sync/select-versions.ts";
export { syncCatalog, type SyncOptions, type SyncResult } from "./sync/sync-catalog.ts";
export { type AskMcpOptions, askMcpTools, type McpAnswer } from "./tools/ask-mcp-tools.ts";
export type { McpServer } from "./tools/mcp-server.ts";
export { type LockFault, verifyLock } from "./verify/verify-lock.ts";
