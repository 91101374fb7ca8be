import type { CommonFlags } from "../../common-options.ts";

/** The command line of `eval validate`, as it was given. */
export interface EvalValidateFlags extends CommonFlags {
  readonly format: string;
  readonly output?: readonly string[];
  readonly maxWarnings?: string;
}
