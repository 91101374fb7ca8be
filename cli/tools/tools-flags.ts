import type { CommonFlags } from "../common-options.ts";

/** The command line of `tools import`, as it was given. */
export interface ToolsImportFlags extends CommonFlags {
  /** Address, then token; true where nothing follows. */
  readonly fromInstance?: true | readonly string[];
  readonly fromFile?: string;
  readonly fromMcp?: boolean;
  readonly mcpCommand?: string;
  readonly mcpArg?: readonly string[];
  readonly mcpEnv?: readonly string[];
  readonly mcpUrl?: string;
  readonly mcpHeader?: readonly string[];
  readonly name?: string;
  readonly outputPath?: string;
  readonly dryRun?: boolean;
  readonly timeout: number;
  readonly allowInsecure?: boolean;
  readonly format: "pretty" | "json";
}

/** The command line of `tools list`, as it was given. */
export interface ToolsListFlags extends CommonFlags {
  readonly search?: string;
  readonly origin?: "summary" | "imported";
  readonly format: "pretty" | "json";
}

/** The command line of `tools show`, as it was given. */
export interface ToolsShowFlags extends CommonFlags {
  readonly format: "pretty" | "json";
}
