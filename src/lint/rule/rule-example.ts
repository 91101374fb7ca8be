/** A config, or the top-level parts of one that matter; the rest is completed by `completeExample`. */
export interface GoodExample {
  readonly yaml: string;
  /** What it shows, where that needs words. Pages print such examples, and the first of each kind. */
  readonly about?: string;
  /** Top-level keys that shall not be completed. */
  readonly without?: readonly string[];
  /** The text is the whole file. */
  readonly whole?: boolean;
}

/** A config with what must be reported in it, and nothing else by the same rule. */
export interface BadExample extends GoodExample {
  /** In the order of the file: number of the catalog, or the rule's id where it has none, and the line. */
  readonly reports: readonly (readonly [code: string, line: number])[];
}

/** Documentation and tests in one. */
export interface RuleExamples {
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
}
