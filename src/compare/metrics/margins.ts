/** How much worse B may be, by metric: declared before anybody has seen the numbers. */
export interface Margins {
  /** A share: 0.05 for five points. */
  readonly passRate?: number | undefined;
  /** In grades, by rubric. */
  readonly scores?: Readonly<Record<string, number>>;
  /** The largest ratio B / A, above 1, by metric. */
  readonly ratios?: Readonly<Partial<Record<RatioName, number>>>;
}

/** The metrics of which a ratio is looked at. */
export type RatioName = "latency" | "first_token" | "tokens" | "cost";
