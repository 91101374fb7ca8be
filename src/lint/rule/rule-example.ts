/** A config, or the top-level parts of one that matter; the rest is completed by `completeExample`. */
export interface GoodExample {
  readonly yaml: string;
  /** What it shows, where that needs words. Pages print such examples, and the first of each kind. */
  readonly about?: string;
  /** Top-level keys that shall not be completed. */
  readonly without?: readonly string[];
  /** The text is the whole file. */
  readonly whole?: boolean;
  /**
   * Where the file lies, for rules that ask for a flow's name and version: `flows/helper/1.0.0.yml`. At
   * `flows/definitions.yml` the text is one of definitions and the whole file.
   */
  readonly path?: string;
  /** Other files of the repository by their paths; flows are completed like this one. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Files as the base of the merge request has them, by their paths; flows are completed. */
  readonly base?: Readonly<Record<string, string>>;
}

/** A config with what must be reported in it, and nothing else by the same rule. */
export interface BadExample extends GoodExample {
  /** In the order of the file: number of the catalog, or the rule's id where it has none, and the line. */
  readonly reports: readonly (readonly [code: string, line: number])[];
  /** What `--fix` makes of `yaml`, where the rule knows a safe repair. */
  readonly fixed?: string;
}

/** Documentation and tests in one. */
export interface RuleExamples {
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
}
