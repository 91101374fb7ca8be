import type { Diagnostic } from "./diagnostic.ts";

/** Whether a config holds the guidance on secrets that agents need which write files or handle credentials. */
export interface SecretSafety {
  readonly status: "held" | "missing" | "unseen" | "out_of_scope" | "not_in_scope";
  /** Why it is declared out of scope. */
  readonly reason?: string;
}

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
  /** Left out where nobody looked. */
  readonly secretSafety?: SecretSafety;
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
