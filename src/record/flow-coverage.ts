/** How much of a kind of part a run went through. */
export interface CoveredParts {
  readonly reached: number;
  readonly total: number;
  /** By name, in the order of the flow. */
  readonly missing: readonly string[];
}

/** What the trials of a run went through in one version of a flow. */
export interface FlowCoverage {
  readonly flow: string;
  readonly version: string;
  readonly components: CoveredParts;
  /** What leads from one component to another, as `from → to`. */
  readonly routes: CoveredParts;
  readonly tools: CoveredParts;
}
