import type { CommonFlags } from "../common-options.ts";

/** Flags of `report`. */
export interface ReportFlags extends CommonFlags {
  /** Undefined where nobody asked: the pretty one then, unless files are written. */
  readonly format?: string;
  readonly output?: readonly string[];
  readonly reports: string;
}
