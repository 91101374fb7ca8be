/** So many trials, or a share of those that are planned. */
export type ErrorLimit = { readonly trials: number } | { readonly share: number };

/** Bounds of a whole run. What has been done when one is reached is kept. */
export interface RunLimits {
  /** US dollars for agent and judge. */
  readonly maxCostUsd?: number | undefined;
  /** From the first trial to the end. */
  readonly maxMs?: number | undefined;
  /** Trials that may end because the infrastructure or the judge failed. */
  readonly maxErrors?: ErrorLimit | undefined;
}
