import type { BaselineFile } from "../baseline-schema.ts";

/** What a run is held against besides itself, as it was when the run started. */
export interface PlannedBaseline {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Of the file only the suite's own cases that are run. */
  readonly kept: BaselineFile;
}
