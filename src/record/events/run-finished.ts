/** A limit of a whole run. */
export type RunLimitName = "cost" | "time" | "errors";

/** The limit that stopped a run, in US dollars, milliseconds, or trials. */
export interface LimitHit {
  readonly name: RunLimitName;
  readonly max: number;
  /** What was used of it when the run had come to its end. */
  readonly used: number;
}

/** The last event of a run that came to its end, also when it was interrupted. */
export interface RunFinished {
  readonly type: "run_finished";
  readonly at: string;
  readonly reason: "done" | "interrupted" | "limit";
  /** With the reason `limit`. */
  readonly limit?: LimitHit;
  /** The run was to stop as soon as its gate had failed, and did so before all cases had run. */
  readonly gateFailed?: true;
}
