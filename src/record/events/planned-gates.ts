/** A condition on a metric that was declared before anybody has seen the numbers. */
export interface PlannedGate {
  /** `pass_rate`, `score.correctness`, `preference`, `latency`, `cost`. */
  readonly metric: string;
  readonly rule: "not_worse_than" | "at_least" | "ratio_at_most";
  readonly bound: number;
}

/** What a suite demands of its results instead of that every case passes. */
export interface PlannedGates {
  /** The target that the others are held against, which decides nothing itself; without one, a baseline. */
  readonly against?: string;
  /** Suites with the same name here and the same demands are judged as one; left out where each stands by itself. */
  readonly together?: string;
  /** At least one; each metric has a rule once. */
  readonly rules: readonly PlannedGate[];
}
