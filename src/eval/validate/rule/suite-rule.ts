import type { ErrorCode } from "../../../core/errors/codes/index.ts";
import type { Identified } from "../../../core/registry.ts";
import type { SuitePath } from "../../suite/suite-reader.ts";
import type { SuiteView } from "../view/suite-view.ts";

/** How bad a finding is; only errors make `eval validate` fail. */
export type SuiteSeverity = "error" | "warning" | "info";

/** What a rule found in a suite. */
export interface SuiteFinding {
  /** Keys and indexes to what is wrong. */
  readonly path: SuitePath;
  /** Whether the key at the end of the path is meant, not its value. */
  readonly atKey?: boolean;
  /** One line, lower case, with the value. */
  readonly message: string;
  /** What to do; the rule's own advice where it is left out. */
  readonly hint?: string;
  /** Where it is not as bad as the rule's findings usually are. */
  readonly severity?: SuiteSeverity;
}

/** A suite, complete but for what {@link completeSuite} adds. */
export interface GoodSuite {
  readonly suite: string;
  /** Files beside it, by their paths. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A suite with the lines at which the rule reports something, one for each finding. */
export interface BadSuite extends GoodSuite {
  readonly reports: readonly number[];
}

/** One way in which suites are wrong. Its id is its name in reports and for `explain`. */
export interface SuiteRule extends Identified {
  readonly severity: SuiteSeverity;
  /** Errors of reading suites that belong to it: `eval run` refuses what they say. */
  readonly codes: readonly ErrorCode[];
  readonly docs: {
    /** Completes "This rule …": `requires …`, `forbids …`, `reports …`. */
    readonly summary: string;
    /** What comes of it, and what the rule knows. */
    readonly rationale: string;
    readonly repair: string;
  };
  /** Left out where reading the suite finds everything. `others` are all suites that are validated, this one too. */
  check?(view: SuiteView, others: readonly SuiteView[]): readonly SuiteFinding[];
  /** Documentation and tests in one. */
  readonly examples: { readonly bad: readonly BadSuite[]; readonly good: readonly GoodSuite[] };
}
