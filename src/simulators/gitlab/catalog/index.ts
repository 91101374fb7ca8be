export * from "./catalog-file.ts";
export type { CatalogChatReply, CatalogDuoChat } from "./duo-chat.ts";
export { loadCatalog } from "./load-catalog.ts";
