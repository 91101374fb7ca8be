import type { RunRecord, Transcripts } from "../record/index.ts";
import type { ReportInput } from "./report-input.ts";

export interface ReportOptions {
  /** Whether terminal colors are wanted. */
  readonly color: boolean;
  /** Show every case and not only those that need attention. */
  readonly verbose: boolean;
  /** What was said in the run's trials; only for reporters that need it. */
  readonly transcripts?: Transcripts;
}

/** A finished run, rendered. Pure: the CLI decides where the text goes. */
export interface RunReporter {
  readonly id: string;
  /** The extension of a file name that asks for this format: `xml`. */
  readonly extension: string;
  /** Completes "writes …" in the help. */
  readonly summary: string;
  /** Whether it shows what was said in trials: the transcripts are read from the journal for it. */
  readonly needsTranscripts?: true;
  /** For what takes time to load: the reporter itself. Nothing else of it may be called before; see `loadReporter`. */
  load?(): Promise<RunReporter>;
  format(record: RunRecord, options: ReportOptions): string;
  /** The same piece by piece, where the whole may be too large to be held. */
  parts?(record: RunRecord): Iterable<string>;
  /** Several runs in one report; of a reporter that needs no transcripts, they are empty. */
  formatRuns?(input: ReportInput, options: ReportOptions): string;
}
