import type { CommonFlags } from "../common-options.ts";

/** The command line of `lint`, as it was given. */
export interface LintFlags extends CommonFlags {
  readonly stdinFilename?: string;
  readonly only?: readonly string[];
  readonly format: string;
  readonly output?: readonly string[];
}
