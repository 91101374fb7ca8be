export * from "./catalog-file.ts";
export { loadCatalog } from "./load-catalog.ts";
