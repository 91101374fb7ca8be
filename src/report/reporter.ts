import type { RunRecord } from "../record/index.ts";

export interface ReportOptions {
  /** Whether terminal colors are wanted. */
  readonly color: boolean;
  /** Show every case and not only those that need attention. */
  readonly verbose: boolean;
}

/** A finished run, rendered. Pure: the CLI decides where the text goes. */
export interface RunReporter {
  readonly id: string;
  /** The extension of a file name that asks for this format: `xml`. */
  readonly extension: string;
  /** Completes "writes …" in the help. */
  readonly summary: string;
  format(record: RunRecord, options: ReportOptions): string;
  /** The same piece by piece, where the whole may be too large to be held. */
  parts?(record: RunRecord): Iterable<string>;
}
