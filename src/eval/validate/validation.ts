import type { Range } from "../../core/position.ts";
import type { SuiteSeverity } from "./rule/suite-rule.ts";

/** What a rule says of a place in a file. */
export interface SuiteProblem {
  readonly rule: string;
  /** The error with which `eval run` would refuse it. */
  readonly code?: string;
  readonly severity: SuiteSeverity;
  readonly message: string;
  readonly hint: string;
  readonly range: Range;
  /** RFC 6901. */
  readonly pointer: string;
}

/** A suite, or a file that suites need, with everything that is wrong in it. */
export interface ValidatedFile {
  /** As reports print it. */
  readonly path: string;
  readonly text: string;
  /** In the order of the file. */
  readonly problems: readonly SuiteProblem[];
  /** How many findings comments have asked to pass over. */
  readonly suppressed: number;
}
