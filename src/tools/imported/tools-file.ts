import type { JsonObject } from "../../core/json.ts";

/** How a list of tools can be written. */
export type ToolListFormat = "anthropic" | "mcp" | "openai" | "plain";

/** Where tools were imported from, without anything that is secret. */
export type ToolSource =
  | { readonly kind: "instance"; readonly url: string }
  | { readonly kind: "file"; readonly formats: readonly ToolListFormat[] }
  | {
      readonly kind: "mcp";
      readonly transport: "http" | "stdio";
      readonly server: string;
      readonly version?: string;
    };

/** A tool as its source describes it. What the source does not say is left out. */
export interface ImportedTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly inputSchema?: JsonObject;
  /** Of what it returns. */
  readonly resultSchema?: JsonObject;
}

/** `<source>.tools.json`. */
export interface ToolsFile {
  readonly schemaVersion: 1;
  readonly source: ToolSource;
  /** Sorted by name, each name once. */
  readonly tools: readonly ImportedTool[];
}

/** How the names of such files end. */
export const toolsFileEnding: string = ".tools.json";
