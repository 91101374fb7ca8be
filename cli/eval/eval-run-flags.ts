import type { CommonFlags } from "../common-options.ts";
import type { SelectFlags } from "./select-flags.ts";

/** The command line of `eval run`, as it was given. */
export interface EvalRunFlags extends CommonFlags, SelectFlags {
  readonly model?: string;
  readonly executionModel?: string;
  readonly judgeModel?: string;
  readonly validationModel?: string;
  readonly script?: string;
  readonly baseUrl?: string;
  readonly format: string;
  readonly output?: readonly string[];
  readonly concurrency?: number;
  /** A file or a folder of cassettes. */
  readonly record?: string;
  readonly replay?: string;
  readonly dryRun?: boolean;
  readonly coverage?: boolean;
}
