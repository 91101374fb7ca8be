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
  /** The version of the program, for formats that name their author. */
  readonly version?: string | undefined;
  /**
   * A path of the report as seen from the root of the repository; undefined for files outside of it.
   * Where it is left out, the working directory is the root.
   */
  readonly repositoryPath?: ((path: string) => string | undefined) | undefined;
}

/** What was found, rendered. Pure: the CLI decides where the text goes. */
export interface LintReporter extends Identified {
  /**
   * The extension of a file name that asks for this format: `json`. Formats without one are asked for by
   * name, because their files are named like those of another.
   */
  readonly extension?: string;
  /** Completes "writes …" in the help. */
  readonly summary: string;
  format(report: LintReport, options: LintReportOptions): string;
  /** What the user should know about what is not in the text. */
  readonly notices?: (report: LintReport, options: LintReportOptions) => readonly string[];
}
