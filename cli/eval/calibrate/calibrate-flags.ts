import type { CommonFlags } from "../../common-options.ts";
import type { JudgeFlags } from "../judge-flags.ts";

/** The command line of `eval calibrate`, as it was given. */
export interface CalibrateFlags extends CommonFlags, JudgeFlags {
  readonly format: string;
  /** False with `--no-write`, true otherwise. */
  readonly write: boolean;
}
