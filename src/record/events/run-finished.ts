/** The last event of a run that came to its end, also when it was interrupted. */
export interface RunFinished {
  readonly type: "run_finished";
  readonly at: string;
  readonly reason: "done" | "interrupted" | "limit";
}
