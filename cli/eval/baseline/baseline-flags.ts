import type { CommonFlags } from "../../common-options.ts";

/** The command line of `eval baseline show`, as it was given. */
export interface ShowBaselineFlags extends CommonFlags {
  readonly format: string;
}

/** That of `eval baseline diff`. */
export interface DiffBaselineFlags extends ShowBaselineFlags {
  readonly target?: string;
  readonly prune?: boolean;
  readonly allowLabels?: boolean;
  /** Where runs are. */
  readonly reports: string;
}

/** That of `eval baseline accept`. */
export interface AcceptBaselineFlags extends DiffBaselineFlags {
  /** The file, of all suites of the run. */
  readonly output?: string;
}
