import type { Identified } from "../core/registry.ts";
import type { LintReport } from "./lint-report.ts";

export interface LintReportOptions {
  /** Whether terminal colors are wanted. */
  readonly color: boolean;
  /** Name files without findings as well. */
  readonly verbose: boolean;
  /** How wide lines may become where they can be broken. */
  readonly columns: number;
  /** The address of a rule's page, where there is one and links are wanted. */
  readonly pageOf?: ((rule: string) => string | undefined) | undefined;
}

/** What was found, rendered. Pure: the CLI decides where the text goes. */
export interface LintReporter extends Identified {
  /** The extension of a file name that asks for this format: `json`. */
  readonly extension: string;
  /** Completes "writes …" in the help. */
  readonly summary: string;
  format(report: LintReport, options: LintReportOptions): string;
}
