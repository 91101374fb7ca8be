import type { CheckPath } from "./check-reader.ts";

/** Something wrong with a check of a suite. */
export interface CheckProblem {
  readonly code: "EVAL_CHECK_INVALID" | "EVAL_NOTHING_TO_CHECK" | "TARGET_UNTOLD";
  /** Within the check's value. */
  readonly path: CheckPath;
  readonly message: string;
  readonly hint?: string;
  /** Whether the key at the end of the path is wrong, not its value. */
  readonly atKey?: boolean;
}
