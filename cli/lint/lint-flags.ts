import type { CommonFlags } from "../common-options.ts";

/** The command line of `lint`, as it was given. */
export interface LintFlags extends CommonFlags {
  readonly stdinFilename?: string;
  readonly only?: readonly string[];
  readonly rule?: readonly string[];
  readonly maxWarnings?: string;
  readonly listRules?: boolean;
  readonly changedSince?: string;
  readonly base?: string;
  readonly definitions?: readonly string[];
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly format: string;
  readonly output?: readonly string[];
}
