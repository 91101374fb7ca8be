import type { CommonFlags } from "../common-options.ts";

/** The command line of `eval run`, as it was given. */
export interface EvalRunFlags extends CommonFlags {
  readonly model?: string;
  readonly executionModel?: string;
  readonly judgeModel?: string;
  readonly validationModel?: string;
  readonly script?: string;
  readonly baseUrl?: string;
  readonly format: string;
  readonly output?: readonly string[];
  readonly reports: string;
  readonly concurrency?: number;
  readonly seed?: number;
  readonly dryRun?: boolean;
}
