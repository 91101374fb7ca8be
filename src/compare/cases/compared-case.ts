/** What one system did on one case, its trials reduced to one value each: the unit of every comparison. */
export interface ComparedCase {
  readonly suite: string;
  readonly case: string;
  readonly tags: readonly string[];
  /** A break of it fails a gate by itself. */
  readonly critical: boolean;
  /** Undefined where suite, judge or infrastructure failed, or trials are missing: nobody knows. */
  readonly passed: boolean | undefined;
  /** It fails whatever a judge says: checks that code decides are enough. */
  readonly failsUnjudged?: true;
  /** The mean grade of each rubric over the trials that were graded. */
  readonly scores: ReadonlyMap<string, number>;
  /** Milliseconds, the mean over the trials with times of their own; a replay has none. */
  readonly latencyMs: number | undefined;
  readonly firstTokenMs: number | undefined;
  /** Of the agent, all kinds together. */
  readonly tokens: number | undefined;
  /** US dollars; undefined where a price is not known. */
  readonly costUsd: number | undefined;
  readonly toolCalls: number | undefined;
}

/** Metrics that depend on how a case is decided: nothing else does on its judge. */
export type DecidedMetric = "pass_rate" | "score";

/** The same case on both systems. */
export interface CasePair {
  readonly a: ComparedCase;
  readonly b: ComparedCase;
  /** Metrics of which the two cannot be compared. */
  readonly notCompared?: ReadonlySet<DecidedMetric>;
}
