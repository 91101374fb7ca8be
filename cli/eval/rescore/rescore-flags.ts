import type { CommonFlags } from "../../common-options.ts";
import type { JudgeFlags } from "../judge-flags.ts";

/** The command line of `eval rescore`, as it was given. */
export interface RescoreFlags extends CommonFlags, JudgeFlags {
  readonly recorded?: boolean;
  readonly repeat?: number;
  readonly format: string;
  readonly output?: readonly string[];
}
