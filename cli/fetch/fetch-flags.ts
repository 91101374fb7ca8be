import type { CommonFlags } from "../common-options.ts";

/** The command line of `fetch agents` and `fetch flows`, as it was given. */
export interface FetchFlags extends CommonFlags {
  readonly flowRegistryVersion: "v1" | "experimental";
  readonly outputPath?: string;
  readonly layout: "versioned" | "flat";
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly frozen?: boolean;
  readonly includeDrafts?: boolean;
  readonly allVersions?: boolean;
  /** `reference=constraint`; true where the flag stands alone. */
  readonly version?: true | readonly string[];
  readonly jobs: number;
  readonly lint: boolean;
  readonly acceptChanged?: boolean;
  readonly overwrite?: boolean;
  readonly allowInsecure?: boolean;
  readonly format: "pretty" | "json";
}
