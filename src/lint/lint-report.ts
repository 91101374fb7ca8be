import type { Diagnostic } from "./diagnostic.ts";

/** What was found in one file. */
export interface LintedFile {
  /** As reports print it. */
  readonly path: string;
  /**
   * What code frames are cut from, without what looks like a secret; empty where nothing was found, so
   * that memory stays flat.
   */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LintCounts {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
}

/** The result of linting: what every reporter gets. Files are sorted by path. */
export interface LintReport {
  readonly files: readonly LintedFile[];
  readonly counts: LintCounts;
}
