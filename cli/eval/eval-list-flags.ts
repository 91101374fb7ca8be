import type { CommonFlags } from "../common-options.ts";
import type { SelectFlags } from "./select-flags.ts";

/** The command line of `eval list`, as it was given. */
export interface EvalListFlags extends CommonFlags, SelectFlags {
  readonly format: string;
}
