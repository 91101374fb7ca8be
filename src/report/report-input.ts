import type { RunRecord, Transcripts } from "../record/index.ts";

/** A run with what was said in it, for reports that show it. */
export interface RunInput extends Transcripts {
  readonly record: RunRecord;
}

/** What a report of one run or several is made of. */
export interface ReportInput {
  /** In the order in which they were named; at least one. */
  readonly runs: readonly RunInput[];
}
