import type { CatalogTool } from "./catalog/catalog-tool.ts";
import { catalogTool, catalogToolNames } from "./catalog/catalog.ts";

/** What is known of tools: the service's, as we or an import describe them, and those of MCP servers. */
export interface ToolCatalog {
  /** The tool of that name; undefined where there is none. The same object each time. */
  tool(name: string): CatalogTool | undefined;
  /** Every name that has a tool, sorted. */
  readonly names: readonly string[];
}

/** The service's tools in our own words, which is what there is without an import. */
export const bundledTools: ToolCatalog = { tool: catalogTool, names: catalogToolNames };
