import type { CommonFlags } from "../common-options.ts";
import type { PairwiseFlags } from "./pairwise/pairwise-flags.ts";

/** The command line of `compare`, as it was given. */
export interface CompareFlags extends CommonFlags, PairwiseFlags {
  readonly gate?: readonly string[];
  readonly allow?: readonly string[];
  readonly strict?: boolean;
  readonly format: string;
  readonly output?: readonly string[];
  readonly reports: string;
}
