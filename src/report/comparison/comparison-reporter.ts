import type { Comparison } from "../../compare/index.ts";
import type { RunInput } from "../report-input.ts";
import type { ReportOptions } from "../reporter.ts";

/** A comparison, with what was said on each side where a reporter asks for that and there is a run. */
export interface ComparisonInput {
  readonly comparison: Comparison;
  readonly a?: RunInput | undefined;
  readonly b?: RunInput | undefined;
}

/** A comparison, rendered. Pure: the CLI decides where the text goes. */
export interface ComparisonReporter {
  readonly id: string;
  /** The extension of a file name that asks for this format: `md`. */
  readonly extension: string;
  /** Completes "writes …" in the help. */
  readonly summary: string;
  /** Whether it shows what was said in trials: the transcripts are read from the journals for it. */
  readonly needsTranscripts?: true;
  /** For what takes time to load: the reporter itself. Nothing else of it may be called before. */
  load?(): Promise<ComparisonReporter>;
  format(input: ComparisonInput, options: ReportOptions): string;
}
